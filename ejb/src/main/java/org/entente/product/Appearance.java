package org.entente.product;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Since when a product is there, and for whom, as it is stored. Nothing is decided by it: it only says under which instant stands
 * what the policy lets a hat see.
 *
 * @param home since when its originators have it
 * @param open since when those have it whom its marking lets; null where it goes by release only
 * @param handed to whom it was handed
 */
record Appearance(Instant home, @Nullable Instant open, List<Handed> handed) {
    private static final String MILLISECONDS = "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', %s) DIV 1000";

    /** Columns of a query on {@code product p}. */
    static final String COLUMNS = "COALESCE(p.visible_at, p.published) home_at, p.open_at,"
            + " (SELECT GROUP_CONCAT(CONCAT_WS(' ', h.receiver, " + MILLISECONDS.formatted("h.valid_from")
            + ", COALESCE("
            + MILLISECONDS.formatted("h.valid_to") + ", '-'), "
            + MILLISECONDS.formatted("COALESCE(h.visible_at, h.valid_from)")
            + ", COALESCE(h.hats, '')) ORDER BY h.valid_from SEPARATOR ';')"
            + " FROM dissemination h WHERE h.product_id = p.id) appeared";

    /** What lies this far back when it is written was dated back, as an exercise's past is, and was there then. */
    private static final Duration DATED_BACK = Duration.ofHours(1);

    /** One handing, and when it was there; {@code hats} are those whom alone it is for, nobody for the whole organisation. */
    record Handed(String receiver, Instant from, @Nullable Instant to, Instant visible, Set<String> hats) {
        private boolean isFor(String organisation, String hat) {
            return receiver.equals(organisation) && (hats.isEmpty() || hats.contains(hat));
        }
    }

    Appearance {
        handed = List.copyOf(handed);
    }

    static Appearance of(ResultSet row) throws SQLException {
        String text = row.getString("appeared");
        return new Appearance(
                Objects.requireNonNullElse(Sql.instant(row, "home_at"), Instant.EPOCH),
                Sql.instant(row, "open_at"),
                text == null
                        ? List.of()
                        : Stream.of(text.split(";", -1)).map(Appearance::handed).toList());
    }

    private static Handed handed(String text) {
        String[] words = text.split(" ", 5);
        return new Handed(
                words[0],
                Instant.ofEpochMilli(Long.parseLong(words[1])),
                words[2].equals("-") ? null : Instant.ofEpochMilli(Long.parseLong(words[2])),
                Instant.ofEpochMilli(Long.parseLong(words[3])),
                words[4].isEmpty() ? Set.of() : Set.of(words[4].split(" ", -1)));
    }

    /** Since when a hat's organisation, or the hat alone, has had it without a break; null if it has not got it then. */
    @Nullable
    Instant handedTo(String organisation, String hat, Instant now) {
        Instant since = null;
        Instant until = Instant.MIN;
        for (Handed one : handed.stream()
                .filter(h -> h.isFor(organisation, hat) && !h.from.isAfter(now))
                .sorted(Comparator.comparing(Handed::from))
                .toList()) {
            if (one.from.isAfter(until)) {
                since = one.visible;
            }
            until = one.to == null ? Instant.MAX : one.to.isAfter(until) ? one.to : until;
        }
        return until.isAfter(now) ? since : null;
    }

    /**
     * Dates what has just been written, in the transaction that holds {@code head}: the instants are drawn one after the other in
     * the order of commits. A clock that an exercise set back draws from there.
     */
    static void draw(Connection c) throws SQLException {
        String now = "(UTC_TIMESTAMP(3) + INTERVAL clock_offset * 1000 MICROSECOND)";
        Sql.execute(
                c,
                "UPDATE head SET changes = changes + 1, visible = IF(visible >= " + now + " AND visible < " + now
                        + " + INTERVAL 1 MINUTE, visible + INTERVAL 1000 MICROSECOND, " + now + ") WHERE id = 1");
    }

    /** The product, and what was handed of it, from the instant that was drawn on. */
    static void date(Connection c, long product) throws SQLException {
        record Dates(
                Instant published,
                @Nullable Instant home,
                @Nullable Instant open,
                boolean same,
                boolean marked) {}
        Instant drawn = drawn(c);
        for (Dates is : Sql.rows(
                c,
                "SELECT p.published, p.visible_at, p.open_at, p.open_class <=> p.class_id same, a.ground = 'MARKING' marked"
                        + " FROM product p JOIN access_class a ON a.id = p.class_id WHERE p.id = ? AND p.published IS NOT NULL",
                r -> new Dates(
                        Objects.requireNonNull(Sql.instant(r, "published")),
                        Sql.instant(r, "visible_at"),
                        Sql.instant(r, "open_at"),
                        r.getBoolean("same"),
                        r.getBoolean("marked")),
                product)) {
            Instant first = is.home == null ? there(is.published, drawn) : is.home;
            Instant open = !is.marked ? null : is.home == null ? first : is.same ? is.open : drawn;
            Sql.execute(
                    c,
                    "UPDATE product SET visible_at = ?, open_at = ?, open_class = IF(?, class_id, NULL) WHERE id = ?",
                    first,
                    open,
                    is.marked,
                    product);
        }
        handed(c, "d.product_id = ?", product);
    }

    /** The same for handings that a condition on {@code dissemination d} finds. */
    static void handed(Connection c, String where, @Nullable Object... values) throws SQLException {
        record Written(long id, Instant from) {}
        Instant drawn = drawn(c);
        for (Written one : Sql.rows(
                c,
                "SELECT d.id, d.valid_from FROM dissemination d WHERE d.visible_at IS NULL AND " + where,
                r -> new Written(r.getLong(1), Objects.requireNonNull(Sql.instant(r, "valid_from"))),
                values)) {
            Sql.execute(c, "UPDATE dissemination SET visible_at = ? WHERE id = ?", there(one.from, drawn), one.id);
        }
    }

    private static Instant drawn(Connection c) throws SQLException {
        return Sql.rows(
                        c,
                        "SELECT visible FROM head WHERE id = 1",
                        r -> Objects.requireNonNull(Sql.instant(r, "visible")))
                .getFirst();
    }

    private static Instant there(Instant from, Instant drawn) {
        return from.isBefore(drawn.minus(DATED_BACK)) || from.isAfter(drawn) ? from : drawn;
    }
}
