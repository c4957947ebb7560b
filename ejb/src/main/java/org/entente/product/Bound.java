package org.entente.product;

import java.util.Arrays;
import java.util.Collection;
import org.entente.gate.Gate;
import org.jspecify.annotations.Nullable;

/**
 * What the words at one place of a version are bound to: they are the words that were filed if what stands there gives the
 * commitment again.
 *
 * @param commitment empty where the version's commitments are not those of its root: then nothing matches
 * @param perishable whether there may be no words any more, because the product is withdrawn and was destroyed
 */
record Bound(
        long version, String number, int versionNo, int ordinal, byte[] commitment, boolean perishable, Said said) {

    /** Everything that is committed to but the words, which are read elsewhere, and their salt. */
    @FunctionalInterface
    interface Said {
        byte[] committed(String words, byte[] salt);
    }

    /** Says before the record is made that these places of an originator's will be opened. */
    static void told(Gate gate, String originator, Collection<Bound> wanted) {
        wanted.stream()
                .filter(b -> b.ordinal >= Content.TITLE)
                .forEach(b -> gate.opens(originator, b.number, b.versionNo, b.ordinal));
    }

    /** Whether these are the words that were filed. */
    boolean holds(String words, byte @Nullable [] salt) {
        return salt == null ? perishable : Arrays.equals(said.committed(words, salt), commitment);
    }
}
