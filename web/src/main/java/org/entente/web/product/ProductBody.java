package org.entente.web.product;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Seen;
import org.entente.product.Commitments;
import org.entente.product.GoneSource;
import org.entente.product.Handed;
import org.entente.product.Header;
import org.entente.product.LabelChange;
import org.entente.product.PortionView;
import org.entente.product.ProductView;
import org.jspecify.annotations.Nullable;

/** A product as its reader gets it: header and content in one object. */
public record ProductBody(
        String number,
        String type,
        String originator,
        @Nullable String mission,
        Instant published,
        Instant visibleSince,
        String marking,
        String outcome,
        List<String> reasons,
        String title,
        int version,
        String contentHash,
        Commitments commitments,
        @Nullable String likelihood,
        @Nullable String confidence,
        @Nullable String method,
        @Nullable String unit,
        List<PortionView> portions,
        List<String> withheld,
        List<String> obligations,
        List<Handed> releases,
        boolean acknowledged,
        @Nullable String sanitisedFrom,
        List<String> sanitisedVersions,
        List<LabelChange> labelChanges,
        List<String> awaitingPurpose,
        boolean held,
        List<GoneSource> goneSources,
        @Nullable String seen)
        implements Seen {

    static ProductBody of(ProductView product) {
        Header header = product.header();
        return new ProductBody(
                header.number(),
                header.type(),
                header.originator(),
                header.mission(),
                header.published(),
                header.visibleSince(),
                header.marking(),
                header.outcome().name(),
                header.reasons(),
                product.title(),
                product.version(),
                product.contentHash(),
                product.commitments(),
                product.likelihood(),
                product.confidence(),
                product.method(),
                product.unit(),
                product.portions(),
                product.withheld(),
                product.obligations(),
                product.releases(),
                product.acknowledged(),
                product.sanitisedFrom(),
                product.sanitisedVersions(),
                product.labelChanges(),
                product.awaitingPurpose(),
                product.held(),
                product.goneSources(),
                product.seen());
    }
}
