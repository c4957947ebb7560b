package org.entente.access;

import java.io.Reader;
import java.time.Instant;
import java.util.List;
import org.entente.identity.Hat;

/** A file that carries a world with its hats, products and cases: what auditors, testers and planners exchange. */
public final class WorldFile {
    private WorldFile() {}

    /** Reads the file; where anything is wrong with it, every problem is named by line and field. */
    public static Result read(Reader text) {
        return new WorldReader().read(text);
    }

    /** What reading gave. */
    public sealed interface Result {}

    /** A sound file. */
    public record Loaded(
            World world,
            List<Hat> hats,
            List<ProductFacts> products,
            List<Acknowledgement> acknowledgements,
            List<Case> cases,
            List<Expected> expected)
            implements Result {
        public Loaded {
            hats = List.copyOf(hats);
            products = List.copyOf(products);
            acknowledgements = List.copyOf(acknowledgements);
            cases = List.copyOf(cases);
            expected = List.copyOf(expected);
        }

        /** Whether the hat's person has acknowledged the product at or before that instant. */
        public boolean acknowledged(Hat hat, String product, Instant at) {
            return acknowledgements.stream()
                    .anyMatch(receipt -> receipt.person().equals(hat.person())
                            && receipt.product().equals(product)
                            && !receipt.at().isAfter(at));
        }
    }

    /** All that is wrong with a file, in the order of its lines. */
    public record Problems(List<Problem> problems) implements Result {
        public Problems {
            problems = List.copyOf(problems);
        }
    }

    /** {@code field} is a path such as {@code hats[3].clearances[0].level}, empty for the file as a whole. */
    public record Problem(int line, String field, String message) {}

    /** A person's receipt for a product. */
    public record Acknowledgement(String person, String product, Instant at) {}

    /** A question: may this hat read this product at that instant? */
    public record Case(String id, String hat, String product, Instant at) {}

    /** The answer that the file's author expects. */
    public record Expected(String caseId, Outcome outcome, List<Reason> reasons, List<String> withheld) {
        public Expected {
            reasons = List.copyOf(reasons);
            withheld = List.copyOf(withheld);
        }
    }
}
