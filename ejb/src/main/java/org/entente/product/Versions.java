package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.entente.gate.Gate;

/** Writes a product's next version: marks, words and what these are bound to, in the caller's transaction. */
@ApplicationScoped
class Versions {
    @Inject
    private Gate gate;

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
        gate.sealsContent(version.contentHash());
        content.write(version.id(), labelled.title(), labelled.texts(), binding.salts());
        return version;
    }
}
