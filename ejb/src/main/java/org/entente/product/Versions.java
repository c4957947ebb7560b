package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Writes a product's next version: marks, words and the hash over both, in the caller's transaction. */
@ApplicationScoped
class Versions {
    @Inject
    private Shelf shelf;

    @Inject
    private Content content;

    Version write(Product product, Labelled labelled, String by, Instant at) {
        int number = product.nextVersion();
        if (product.id() == 0) {
            shelf.add(product);
        }
        Version version = new Version(product, labelled, ContentHash.of(product.number(), number, labelled), by, at);
        shelf.add(version);
        content.write(version.id(), labelled.title(), labelled.texts());
        return version;
    }
}
