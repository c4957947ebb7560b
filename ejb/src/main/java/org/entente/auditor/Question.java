package org.entente.auditor;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The twenty standard questions of AUD-07: what each must be told, what each answers. Columns are codes, the same in every
 * language and in every export.
 */
public enum Question {
    WHO_OPENED(1, "product!", "organisation roles hat person purpose opens first last"),
    OPENED_BY(2, "person!", "object originator marking opens first last"),
    COPIES_HELD(3, "organisation! product", "product copy version kind organisation hat person at"),
    DENIALS(4, "person!", "reason denials first last"),
    UNACKNOWLEDGED(5, "days=7", "release product recipient handed days"),
    UNDER_DELEGATION(6, "from to", "release product at organisation hat delegation delegated-by ceiling"),
    SEPARATED_DUTIES(7, "", "release product marking organisation person duties"),
    EXPIRED_STANDING(8, "", "hat person organisation what subject ended"),
    DORMANT(9, "days=90", "hat person organisation last"),
    UNREPORTED_EMERGENCIES(10, "", "release product organisation due"),
    DOWNGRADES(11, "from to", "product at kind old new by why consents"),
    BULK_ACCESS(12, "from to", "organisation person day opened usual"),
    UNUSUAL_ACCESS(13, "from to", "at organisation person hat object mission hat-missions why"),
    OVERDUE_REVIEWS(14, "", "product state marking since due"),
    SENSITIVE_OPENS(15, "from to", "object purpose organisation person opens first last"),
    RESIDUAL_ACCESS(16, "", "hat person organisation mission from to"),
    UNPAIRED(17, "", "release product marking releaser recipient handed out in"),
    WITHOUT_ARRANGEMENT(18, "from to", "at object originator organisation marking event"),
    ROLE_CHANGES(19, "from to", "at action organisation person object detail"),
    FRUITLESS_SEARCHES(20, "from to", "at organisation person query originator hidden");

    private final int number;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> parameters;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> columns;

    Question(int number, String parameters, String columns) {
        this.number = number;
        this.parameters = parameters.isEmpty() ? List.of() : List.of(parameters.split(" "));
        this.columns = List.of(columns.split(" "));
    }

    public static @Nullable Question of(int number) {
        return Arrays.stream(values())
                .filter(q -> q.number == number)
                .findFirst()
                .orElse(null);
    }

    public int number() {
        return number;
    }

    public List<String> columns() {
        return columns;
    }

    /** Whether it takes this parameter, be it needed or not. */
    public boolean takes(String parameter) {
        return parameters.stream().anyMatch(p -> p.replaceAll("[!=].*", "").equals(parameter));
    }

    public boolean needs(String parameter) {
        return parameters.contains(parameter + "!");
    }

    /** How many days it means where nobody says how many. */
    public int usualDays() {
        return parameters.stream()
                .filter(p -> p.startsWith("days="))
                .map(p -> Integer.parseInt(p.substring("days=".length())))
                .findFirst()
                .orElse(0);
    }
}
