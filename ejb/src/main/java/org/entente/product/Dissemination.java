package org.entente.product;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.access.Releases;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** To whom a product was handed, from when and until when: what the decision on everybody abroad rests on. */
@ApplicationScoped
class Dissemination {
    /** What has ended just now; whoever forged such a row has it ended as well. */
    private static final String ENDED =
            "d.product_id = ? AND d.receiver = ? AND d.valid_to = GREATEST(?, d.valid_from)";

    @Inject
    private Shelf shelf;

    @Inject
    private Handings handed;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    Releases of(Product product) {
        return Sql.on(
                database,
                c ->
                        rows(
                                        c,
                                        "SELECT " + Handings.COLUMN + " FROM product p WHERE p.id = ?",
                                        handed::of,
                                        product.id())
                                .stream()
                                .findFirst()
                                .orElse(Releases.NONE));
    }

    /** Hands it over; every list follows once the caller says that the product changed. */
    void hand(Product product, String receiver, Instant from, @Nullable Instant to) {
        hand(product, receiver, Set.of(), from, to);
    }

    /** To these hats alone; to the whole organisation if there are none. */
    void hand(Product product, String receiver, Set<String> hats, Instant from, @Nullable Instant to) {
        shelf.flush();
        Sql.on(database, c -> {
            int written = execute(
                    c,
                    "INSERT INTO dissemination (product_id, receiver, hats, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)",
                    product.id(),
                    receiver,
                    hats.isEmpty() ? null : String.join(" ", hats),
                    from,
                    to);
            handed.seal(c, "d.id = LAST_INSERT_ID()");
            return written;
        });
    }

    /** From that instant on the receiver no longer has it, whatever was agreed before. */
    void end(Product product, String receiver, Instant at) {
        Sql.on(database, c -> {
            int ended = execute(
                    c,
                    "UPDATE dissemination SET valid_to = GREATEST(?, valid_from) WHERE product_id = ? AND receiver = ?"
                            + " AND (valid_to IS NULL OR valid_to > ?)",
                    at,
                    product.id(),
                    receiver,
                    at);
            handed.seal(c, ENDED, product.id(), receiver, at);
            return ended;
        });
    }

    /** The same for what was handed to that hat alone. */
    void end(Product product, String receiver, String hat, Instant at) {
        Sql.on(database, c -> {
            int ended = execute(
                    c,
                    "UPDATE dissemination SET valid_to = GREATEST(?, valid_from) WHERE product_id = ? AND receiver = ?"
                            + " AND hats = ? AND (valid_to IS NULL OR valid_to > ?)",
                    at,
                    product.id(),
                    receiver,
                    hat,
                    at);
            handed.seal(c, ENDED, product.id(), receiver, at);
            return ended;
        });
    }

    /** Seals what a transfer of authority handed to the successor at that instant. */
    void given(String receiver, Instant from) {
        Sql.on(database, c -> {
            Appearance.handed(c, "d.receiver = ? AND d.valid_from = ?", receiver, from);
            handed.seal(c, "d.receiver = ? AND d.valid_from = ? AND d.seal IS NULL", receiver, from);
            return 0;
        });
    }

    /** The same for what went back at that instant. */
    void takenBack(String receiver, Instant at) {
        Sql.on(database, c -> {
            handed.seal(c, "d.receiver = ? AND d.valid_to = ?", receiver, at);
            return 0;
        });
    }
}
