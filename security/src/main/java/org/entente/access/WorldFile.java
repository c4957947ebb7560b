package org.entente.access;

import java.io.Reader;
import java.time.Instant;
import java.util.List;
import org.entente.identity.Hat;

/** Reads a world with its hats, products and cases; every problem names its line and field, and all are collected. */
public final class WorldFile {
    private WorldFile() {}

    /** What reading gave. */
    public sealed interface Result {}

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
    }

    public record Problems(List<Problem> problems) implements Result {
        public Problems {
            problems = List.copyOf(problems);
        }
    }

    public record Problem(int line, String field, String message) {}

    public record Acknowledgement(String person, String product, Instant at) {}

    public record Case(String id, String hat, String product, Instant at) {}

    public record Expected(String caseId, Outcome outcome, List<Reason> reasons, List<String> withheld) {
        public Expected {
            reasons = List.copyOf(reasons);
            withheld = List.copyOf(withheld);
        }
    }

    public static Result read(Reader reader) {
        return new Problems(List.of(new Problem(1, "", "not yet read" + reader)));
    }
}
