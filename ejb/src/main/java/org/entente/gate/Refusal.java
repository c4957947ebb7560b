package org.entente.gate;

import java.time.Duration;
import java.util.List;

/** Why an operation did not happen, as a value. The slug is stable: partners' systems go by it. */
public sealed interface Refusal {
    String slug();

    String detail();

    /** Codes and rule ids that the caller may know. */
    default List<String> reasons() {
        return List.of();
    }

    /** Not there, or not for this caller to know of: the two are one. */
    record NotFound() implements Refusal {
        @Override
        public String slug() {
            return "not-found";
        }

        @Override
        public String detail() {
            return "There is nothing here under this number.";
        }
    }

    /** The request could not be understood. */
    record Malformed(String slug, String detail, List<Objection> objections) implements Refusal {
        @Override
        public List<String> reasons() {
            return objections.stream().map(Objection::rule).distinct().toList();
        }
    }

    /** Understood, and a rule objects. */
    record Objected(String slug, String detail, List<Objection> objections) implements Refusal {
        @Override
        public List<String> reasons() {
            return objections.stream().map(Objection::rule).distinct().toList();
        }
    }

    /** Not for this caller. */
    record Forbidden(String slug, String detail, List<String> reasons) implements Refusal {}

    /** Which of several hats? */
    record HatRequired(List<String> hats) implements Refusal {
        @Override
        public String slug() {
            return "hat-required";
        }

        @Override
        public String detail() {
            return "You have more than one hat now. Name the acting one in the header Entente-Hat.";
        }
    }

    /** Who they are was not proved strongly, or not just now: with a second factor they may ask again. */
    record SecondFactorRequired(Duration within) implements Refusal {
        @Override
        public String slug() {
            return "second-factor-required";
        }

        @Override
        public String detail() {
            return "This needs a second factor used within the last " + within.toMinutes() + " minutes.";
        }
    }

    /** Not in this state. */
    record WrongState(String slug, String detail, List<String> reasons) implements Refusal {}

    /** A safe method was used on what is opened, counted or changed by being asked for. */
    record OnlyLooking() implements Refusal {
        @Override
        public String slug() {
            return "method-not-allowed";
        }

        @Override
        public String detail() {
            return "This is opened, counted or changed by being asked for; HEAD does none of that.";
        }
    }

    /** Somebody else was faster: what the caller goes by is no longer the newest. */
    record Stale(String detail) implements Refusal {
        @Override
        public String slug() {
            return "stale-version";
        }
    }

    /** What is to be decided is not what was shown; {@code parts} are those that changed. */
    record ChangedMeanwhile(List<String> parts) implements Refusal {
        public ChangedMeanwhile {
            parts = List.copyOf(parts);
        }

        @Override
        public String slug() {
            return "changed-meanwhile";
        }

        @Override
        public String detail() {
            return "This has changed since it was shown to you: " + String.join(", ", parts)
                    + ". Nothing has happened; look at it again and decide then.";
        }

        @Override
        public List<String> reasons() {
            return List.of("PKI-09");
        }

        public List<Objection> objections() {
            return parts.stream()
                    .map(p -> new Objection(p, "SEEN", "This has changed since it was shown."))
                    .toList();
        }
    }

    /** Whoever judges something says what they saw of it. */
    record SeenNeeded() implements Refusal {
        @Override
        public String slug() {
            return "seen-missing";
        }

        @Override
        public String detail() {
            return "Say what you decide on: the header If-Match with the ETag that came with it when you read it.";
        }

        @Override
        public List<String> reasons() {
            return List.of("PKI-09");
        }
    }
}
