package org.entente.product;

import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.entente.access.Release;
import org.entente.access.Releases;
import org.entente.gate.ActRows;
import org.entente.identity.Interval;
import org.entente.world.ActRow;
import org.entente.world.Forgeries;
import org.entente.world.PlatformKey;
import org.jspecify.annotations.Nullable;

/**
 * The rows that say to whom a product was handed, each sealed with a key that does not lie in the database: one that somebody wrote
 * there, prolonged or turned to another receiver opens nothing (AUD-03).
 */
@ApplicationScoped
class Handings implements ActRow.Kept {
    static final ActRow ROW = ActRow.of(
            "handing",
            "dissemination",
            "t.id",
            "(SELECT p.number FROM product p WHERE p.id = t.product_id)",
            "t.receiver",
            "t.hats",
            "t.valid_from",
            "t.valid_to");

    /** Product, receiver, from, to in milliseconds, hats; a blank between, as it is sealed. */
    private static final String SAID =
            "CONCAT(d.product_id, ' ', d.receiver, ' ', TIMESTAMPDIFF(MICROSECOND, '1970-01-01', d.valid_from) DIV 1000, ' ',"
                    + " COALESCE(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', d.valid_to) DIV 1000, '-'), ' ',"
                    + " COALESCE(REPLACE(d.hats, ' ', ','), ''))";

    /** A column of a query on {@code product p}: its releases in one text, of any length. */
    static final String COLUMN = "(SELECT GROUP_CONCAT(" + SAID
            + ", ' ', COALESCE(HEX(d.seal), '-') SEPARATOR ';') FROM dissemination d WHERE d.product_id = p.id) handed";

    private static final String DOMAIN = "entente-handed/1 ";

    @Inject
    private Forgeries forgeries;

    @Inject
    private PlatformKey key;

    @Inject
    private ActRows rows;

    @Override
    public List<ActRow> actRows() {
        return List.of(ROW);
    }

    /** The releases in {@link #COLUMN}, without any that no act made. */
    Releases of(ResultSet row) throws SQLException {
        String text = row.getString("handed");
        if (text == null) {
            return Releases.NONE;
        }
        List<Release> all = new ArrayList<>();
        for (String one : text.split(";", -1)) {
            int last = one.lastIndexOf(' ');
            String said = one.substring(0, last);
            if (holds(said, one.substring(last + 1))) {
                String[] words = said.split(" ", -1);
                all.add(new Release(words[1], hats(words[4]), new Interval(instant(words[2]), instant(words[3]))));
            } else {
                forgeries.met("no act handed over: " + said);
            }
        }
        return new Releases(all);
    }

    /** Seals what an act has just written, which a condition on {@code dissemination d} finds, and binds it to the act. */
    void seal(Connection c, String where, @Nullable Object... values) throws SQLException {
        List<String> sealed = seal(c, key, where, values);
        if (!sealed.isEmpty()) {
            rows.made(ROW, "t.id IN (" + String.join(", ", sealed) + ")");
        }
    }

    /** Answers the ids of what it sealed. */
    static List<String> seal(Connection c, PlatformKey key, String where, @Nullable Object... values)
            throws SQLException {
        record Said(long id, String text) {}
        List<Said> written = rows(
                c,
                "SELECT d.id, " + SAID + " FROM dissemination d WHERE " + where,
                r -> new Said(r.getLong(1), r.getString(2)),
                values);
        try (PreparedStatement update = c.prepareStatement("UPDATE dissemination SET seal = ? WHERE id = ?")) {
            for (Said one : written) {
                update.setBytes(1, key.seal(bytes(one.text)));
                update.setLong(2, one.id);
                update.addBatch();
            }
            if (!written.isEmpty()) {
                update.executeBatch();
            }
        }
        return written.stream().map(one -> Long.toString(one.id)).toList();
    }

    private boolean holds(String said, String seal) {
        return !seal.equals("-") && key.sealed(HexFormat.of().parseHex(seal), bytes(said));
    }

    private static byte[] bytes(String said) {
        return (DOMAIN + said).getBytes(StandardCharsets.US_ASCII);
    }

    private static @Nullable Instant instant(String milliseconds) {
        return milliseconds.equals("-") ? null : Instant.ofEpochMilli(Long.parseLong(milliseconds));
    }

    /** For whom alone; nobody named is the whole organisation. */
    private static Set<String> hats(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(",", -1));
    }
}
