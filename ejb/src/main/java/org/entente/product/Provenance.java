package org.entente.product;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.gate.Gate;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where a product comes from and where it went, as far as this reader may know: a link never tells more than its target. */
@ApplicationScoped
class Provenance {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Inject
    private Dissemination dissemination;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Its own organisation sees every receiver, a receiver itself. */
    List<Handed> handed(Product product) {
        String reader = gate.hat().organisation();
        return dissemination.of(product).all().stream()
                .filter(r -> reader.equals(product.originator()) || reader.equals(r.receiver()))
                .map(r -> new Handed(
                        r.receiver(),
                        Objects.requireNonNull(r.during().from()),
                        r.during().to()))
                .toList();
    }

    @Nullable
    String parent(Product product) {
        return known(product.sanitisedFrom());
    }

    List<String> sanitised(Product product) {
        return shelf.sanitisedFrom(product.number()).stream()
                .filter(n -> known(n) != null)
                .toList();
    }

    /** What its labels were before; to be shown with the old mark struck through (CLS-47). */
    List<LabelChange> labels(Product product) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT * FROM label_change WHERE product_id = ? ORDER BY version_no",
                        r -> new LabelChange(
                                r.getInt("version_no"),
                                LabelChange.Kind.valueOf(r.getString("kind")),
                                r.getString("old_marking"),
                                r.getString("new_marking"),
                                r.getString("by_hat"),
                                Objects.requireNonNull(Sql.instant(r, "at")),
                                r.getString("why")),
                        product.id()));
    }

    /** The number, if the reader may know that there is such a product (CLS-08, CLS-41). */
    private @Nullable String known(@Nullable String number) {
        Product other = number == null ? null : shelf.find(number);
        return other != null && other.state() == ProductState.PUBLISHED && review.known(other) ? number : null;
    }
}
