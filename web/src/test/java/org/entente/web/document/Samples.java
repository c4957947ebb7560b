package org.entente.web.document;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.access.Outcome;
import org.entente.product.Commitments;
import org.entente.product.CopyKind;
import org.entente.product.Header;
import org.entente.product.Issue;
import org.entente.product.PortionView;
import org.entente.product.ProductView;

/** Copies to print in tests. */
final class Samples {
    static final String BANNER = "AU CONFIDENTIAL//REL TO AU, ECOWAS, UN//MISSION AFISMA, MINUSMA";
    static final String HASH = "0123456789abcdef".repeat(4);
    static final Instant NOW = Instant.parse("2013-07-20T12:00:00Z");

    private Samples() {}

    static PortionView portion(int id, String text) {
        return new PortionView(
                Integer.toString(id), "(AU-C//REL TO AU, UN)", text, "B", "2", List.of("P03"), List.of("Reuters"));
    }

    static List<PortionView> portions(int count, String text) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> portion(i, i + ". " + text))
                .toList();
    }

    static Issue.Copy copy(String title, List<PortionView> portions, List<String> withheld) {
        return copy(BANNER, title, portions, withheld);
    }

    static Issue.Copy copy(String banner, String title, List<PortionView> portions, List<String> withheld) {
        Header header = new Header(
                "AU-7K2M9QXA",
                "INTREP",
                "AU",
                "MINUSMA",
                Instant.parse("2013-06-24T08:00:00Z"),
                Instant.parse("2013-06-24T08:00:00Z"),
                banner,
                Outcome.PERMIT,
                List.of(),
                title);
        ProductView product = new ProductView(
                header,
                title,
                2,
                HASH,
                new Commitments(List.of(HASH, HASH, HASH), Map.of("title", HASH, "1", HASH)),
                "LIKELY",
                "MODERATE",
                null,
                null,
                portions,
                withheld,
                List.of("NO_FORWARD"),
                true,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                null);
        return new Issue.Copy(product, "(AU-U)", CopyKind.PDF, 7, "Cdr Ingrid Solberg", "UN", "LO-UN", "en", NOW);
    }

    static Template template(Issue.Copy copy) {
        return new Template(copy, Phrases.in(Locale.ENGLISH), true);
    }
}
