package org.entente.world;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of row that says who signed or may do what, and what of it counts: so much is bound to the act that writes it.
 *
 * @param kind its name in the record, as in {@code delegation}
 * @param table where it lies; {@code t} stands for it in what follows
 * @param key an expression: which row of its kind
 * @param digest an expression of 32 bytes over what the row says
 * @param which a condition: those of the table's rows that only an act can have written
 */
public record ActRow(String kind, String table, String key, String digest, String which) {
    /** A kind of which these expressions count: SHA-256 over all of them. */
    public static ActRow of(String kind, String table, String key, String... said) {
        return new ActRow(kind, table, key, "UNHEX(SHA2(" + quoted(Stream.of(said)) + ", 256))", "TRUE");
    }

    public ActRow only(String condition) {
        return new ActRow(kind, table, key, digest, condition);
    }

    /** For {@link #of}: rows of another table that are part of what it says, {@code o} in what follows, in this order. */
    public static String all(String other, String belongs, String order, String... said) {
        return "(SELECT GROUP_CONCAT(" + quoted(Stream.of(said)) + " ORDER BY o." + order + " SEPARATOR ';') FROM "
                + other + " o WHERE " + belongs + ")";
    }

    /** So that no value runs into the next, and nothing is not the same as an empty text. */
    private static String quoted(Stream<String> expressions) {
        return expressions.map(e -> "QUOTE(" + e + ")").collect(Collectors.joining(", ", "CONCAT_WS(',', ", ")"));
    }

    /** Whose rows these are: every feature that has such rows says so. */
    public interface Kept {
        List<ActRow> actRows();
    }
}
