package org.entente.product;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.access.Release;
import org.entente.access.Releases;
import org.entente.identity.Interval;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** To whom a product was handed, from when and until when: what the decision on everybody abroad rests on. */
@ApplicationScoped
class Dissemination {
    /** A column of a query on {@code product p}: its releases in one text, of any length. */
    static final String HANDED =
            "(SELECT GROUP_CONCAT(d.receiver, ' ', TIMESTAMPDIFF(MICROSECOND, '1970-01-01', d.valid_from) DIV 1000, ' ',"
                    + " COALESCE(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', d.valid_to) DIV 1000, '-'), ' ',"
                    + " COALESCE(REPLACE(d.hats, ' ', ','), '') SEPARATOR ';') FROM dissemination d"
                    + " WHERE d.product_id = p.id) handed";

    @Inject
    private Shelf shelf;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    static Releases handed(ResultSet row) throws SQLException {
        String text = row.getString("handed");
        if (text == null) {
            return Releases.NONE;
        }
        List<Release> all = new ArrayList<>();
        for (String one : text.split(";", -1)) {
            String[] words = one.split(" ", -1);
            all.add(new Release(words[0], hats(words[3], ","), new Interval(instant(words[1]), instant(words[2]))));
        }
        return new Releases(all);
    }

    private static @Nullable Instant instant(String milliseconds) {
        return milliseconds.equals("-") ? null : Instant.ofEpochMilli(Long.parseLong(milliseconds));
    }

    /** For whom alone; nobody named is the whole organisation. */
    private static Set<String> hats(@Nullable String text, String between) {
        return text == null || text.isEmpty() ? Set.of() : Set.of(text.split(between, -1));
    }

    Releases of(Product product) {
        return new Releases(Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT receiver, hats, valid_from, valid_to FROM dissemination WHERE product_id = ?",
                        r -> new Release(
                                r.getString("receiver"),
                                hats(r.getString("hats"), " "),
                                new Interval(
                                        Objects.requireNonNull(Sql.instant(r, "valid_from")),
                                        Sql.instant(r, "valid_to"))),
                        product.id())));
    }

    /** Hands it over; every list follows once the caller says that the product changed. */
    void hand(Product product, String receiver, Instant from, @Nullable Instant to) {
        hand(product, receiver, Set.of(), from, to);
    }

    /** To these hats alone; to the whole organisation if there are none. */
    void hand(Product product, String receiver, Set<String> hats, Instant from, @Nullable Instant to) {
        shelf.flush();
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO dissemination (product_id, receiver, hats, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)",
                        product.id(),
                        receiver,
                        hats.isEmpty() ? null : String.join(" ", hats),
                        from,
                        to));
    }

    /** From that instant on the receiver no longer has it, whatever was agreed before. */
    void end(Product product, String receiver, Instant at) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE dissemination SET valid_to = GREATEST(?, valid_from) WHERE product_id = ? AND receiver = ?"
                                + " AND (valid_to IS NULL OR valid_to > ?)",
                        at,
                        product.id(),
                        receiver,
                        at));
    }

    /** The same for what was handed to that hat alone. */
    void end(Product product, String receiver, String hat, Instant at) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE dissemination SET valid_to = GREATEST(?, valid_from) WHERE product_id = ? AND receiver = ?"
                                + " AND hats = ? AND (valid_to IS NULL OR valid_to > ?)",
                        at,
                        product.id(),
                        receiver,
                        hat,
                        at));
    }
}
