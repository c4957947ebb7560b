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

    /** Somebody else was faster: what the caller goes by is no longer the newest. */
    record Stale(String detail) implements Refusal {
        @Override
        public String slug() {
            return "stale-version";
        }
    }
}
