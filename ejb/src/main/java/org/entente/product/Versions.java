package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.gate.ActRows;
import org.entente.world.ActRow;

/** Writes a product's next version: marks, words and what these are bound to, in the caller's transaction. */
@ApplicationScoped
class Versions implements ActRow.Kept {
    @Override
    public List<ActRow> actRows() {
        return List.of(Version.ROW);
    }

    @Inject
    private ActRows rows;

    @Inject
    private Shelf shelf;

    @Inject
    private Content content;

    @Inject
    private Losses losses;

    Version write(Product product, Labelled labelled, String by, Instant at) {
        int number = product.nextVersion();
        if (product.id() == 0) {
            shelf.add(product);
        }
        Binding binding = Binding.of(product.number(), number, labelled);
        Version version = new Version(product, labelled, binding, by, at);
        shelf.add(version);
        losses.drawn(version.id(), GoneSources.drawn(product, version));
        rows.made(Version.ROW, "t.id = ?", version.id());
        content.write(version.id(), labelled.title(), labelled.texts(), binding.salts());
        return version;
    }
}
