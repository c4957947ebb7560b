package org.entente.log;

import java.util.Locale;

/**
 * The fields of a record, numbered from 1 in this order for ever. Each stands in the record as a salted digest and says nothing by
 * itself; its opening is the value with its salt.
 */
public enum Field {
    /** Code of the person, or {@code platform:} and the caller's name. */
    PERSON(1),
    HAT(2),
    /** Roles of the hat, sorted, with blanks between. */
    ROLES(3),
    /** Missions of the hat at that instant. */
    MISSION(4),
    SESSION(5),
    ADDRESS(6),
    /** What was acted on: a product's number, or another handle. */
    OBJECT(7),
    OBJECT_VERSION(8),
    /** The organisation whose the object is. */
    ORIGINATOR(9),
    /** The object's marking at that instant. */
    MARKING(10),
    DECISION(11),
    REASONS(12),
    PURPOSE(13),
    DETAIL(14),
    /** SHA-256 of the text of the hat as the decision went by it. */
    HAT_GROUND(15),
    /** SHA-256 of the text of the product as the decision went by it. */
    OBJECT_GROUND(16),
    /** What was opened: no opening of its own but a root over sixteen lists, one an organisation ({@link Opened}). */
    OPENED(17),
    /** Digest over what the act wrote: versions of products and of the world, and rows of whoever signed or may do what ({@link Made}). */
    MADE(18),
    /** Number of the action (event-types.txt), in decimal. */
    ACTION(19),
    /** Platform time in milliseconds since 1970 UTC, in decimal; informative, never used for order. */
    OCCURRED(20),
    /** Code of the acting organisation; {@code -} for the platform itself. */
    ACTOR(21),
    OUTCOME(22),
    MODE(23),
    /** SHA-256 of the rule set and world version that decided, in hexadecimal. */
    POLICY(24);

    private static final Field[] ALL = values();

    private final int number;

    Field(int number) {
        this.number = number;
    }

    /** How many there are in each record. */
    public static final int COUNT = ALL.length;

    /** The field of that number; an error for any other. */
    public static Field of(int number) throws LogError {
        if (number < 1 || number > COUNT) {
            throw new LogError("a record has no field " + number);
        }
        return ALL[number - 1];
    }

    public int number() {
        return number;
    }

    /** Its bit where fields are named together. */
    public long bit() {
        return 1L << (number - 1);
    }

    /** The name in lower case, as tables call it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
