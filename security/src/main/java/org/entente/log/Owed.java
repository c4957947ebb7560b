package org.entente.log;

/**
 * Which openings of one event an organisation must be shown, in 64 bits: those of the fields below, those of the lists of what was
 * opened above. It stands in the organisation's slot of the record, so that what is kept from it shows.
 */
public final class Owed {
    private static final int LISTS = 32;

    private Owed() {}

    /** The bit of the list of what was opened of that organisation. */
    public static long list(int slot) {
        return 1L << (LISTS + slot);
    }

    public static boolean has(long owed, Field field) {
        return (owed & field.bit()) != 0;
    }

    /** Whether nothing but fields and lists that there are is owed. */
    public static boolean possible(long owed) {
        long fields = (1L << Field.COUNT) - 1 - Field.OPENED.bit();
        long lists = ((1L << Slots.JOINT) - 1) << LISTS;
        return (owed & ~(fields | lists)) == 0;
    }
}
