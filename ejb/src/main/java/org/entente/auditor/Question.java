package org.entente.auditor;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The twenty standard questions of AUD-07: what each must be told, what each answers. Columns are codes, the same in every
 * language and in every export.
 */
public enum Question {
    WHO_OPENED(1, Group.OPENING, "product!", "organisation roles hat person purpose opens first last"),
    OPENED_BY(2, Group.OPENING, "person!", "object originator marking opens first last"),
    COPIES_HELD(3, Group.RELEASE, "organisation! product", "product copy version kind organisation hat person at"),
    DENIALS(4, Group.OPENING, "person!", "reason denials first last"),
    UNACKNOWLEDGED(5, Group.RELEASE, "days=7", "release product recipient handed days"),
    UNDER_DELEGATION(
            6, Group.RELEASE, "from to", "release product at organisation hat delegation delegated-by ceiling"),
    SEPARATED_DUTIES(7, Group.RELEASE, "", "release product marking organisation person duties"),
    EXPIRED_STANDING(8, Group.STANDING, "", "hat person organisation what subject ended"),
    DORMANT(9, Group.STANDING, "days=90", "hat person organisation last"),
    UNREPORTED_EMERGENCIES(10, Group.RELEASE, "", "release product organisation due reported"),
    DOWNGRADES(11, Group.LABEL, "from to", "product at kind old new by why consents"),
    BULK_ACCESS(12, Group.OPENING, "from to", "organisation person day opened usual"),
    UNUSUAL_ACCESS(13, Group.OPENING, "from to", "at organisation person hat object mission hat-missions why"),
    OVERDUE_REVIEWS(14, Group.LABEL, "", "product state marking since due"),
    SENSITIVE_OPENS(15, Group.OPENING, "from to", "object purpose organisation person opens first last"),
    RESIDUAL_ACCESS(16, Group.STANDING, "", "hat person organisation mission from to"),
    UNPAIRED(17, Group.RELEASE, "", "release product marking releaser recipient handed out in"),
    WITHOUT_ARRANGEMENT(18, Group.RELEASE, "from to", "at object originator organisation marking event"),
    ROLE_CHANGES(19, Group.STANDING, "from to", "at action organisation person object detail"),
    FRUITLESS_SEARCHES(20, Group.OPENING, "from to", "at organisation person query originator hidden");

    /** What a question is about. */
    public enum Group {
        OPENING,
        RELEASE,
        LABEL,
        STANDING
    }

    private final int number;
    private final Group group;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> parameters;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> columns;

    Question(int number, Group group, String parameters, String columns) {
        this.number = number;
        this.group = group;
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

    public Group group() {
        return group;
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
