package org.entente.auditor;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** The standard questions of AUD-07, each one table. Asking is an event. */
@Stateless
public class AuditQuestions {
    public static final int ON_A_PAGE = 500;
    public static final int IN_AN_EXPORT = 100_000;

    private static final List<String> WORDS = List.of("product", "person", "organisation");
    private static final Duration QUARTER = Duration.ofDays(92);
    private static final int MOST_DAYS = 36_500;

    @Inject
    private Gate gate;

    @Inject
    private SearchQuestions searches;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** One question's rows, as many as asked for; {@link Refused} names what it must be told. */
    @Operation(Action.ASK_AUDIT)
    public Answered ask(int number, Asked asked, int most) {
        Question question = Question.of(number);
        if (question == null) {
            throw Refused.notFound();
        }
        if (most < 1 || most > IN_AN_EXPORT) {
            throw Refused.malformed("limit", "limit", "LIMIT", "A table has 1 to " + IN_AN_EXPORT + " rows.");
        }
        check(question, asked);
        Scope scope = Scope.of(gate.hat(), gate.moment());
        List<List<@Nullable Object>> rows =
                Sql.on(database, c -> answer(new Enquiry(c, scope, question, asked, most + 1)));
        boolean more = rows.size() > most;
        gate.notes("question " + number + " " + asked + " rows=" + Math.min(rows.size(), most));
        return new Answered(question, more ? rows.subList(0, most) : rows, more);
    }

    /**
     * One asking on its way through the tables.
     *
     * @param most rows that are wanted
     */
    record Enquiry(Connection connection, Scope scope, Question question, Asked asked, int most) {
        /** From when on; the last quarter where a question over all of time would keep people waiting and nobody said otherwise. */
        @Nullable
        Instant from() {
            boolean usual = question == Question.BULK_ACCESS || question == Question.WITHOUT_ARRANGEMENT;
            return asked.from() == null && asked.to() == null && usual
                    ? scope.now().minus(QUARTER)
                    : asked.from();
        }

        /** A condition that the column lies in the period asked about. */
        String during(String column) {
            return (from() == null ? "" : " AND " + column + " >= ?")
                    + (asked.to() == null ? "" : " AND " + column + " < ?");
        }

        /** These values, and those of {@link #during} after them. */
        @Nullable
        Object[] values(@Nullable Object... first) {
            return Stream.concat(Stream.of(first), Stream.of(from(), asked.to()).filter(Objects::nonNull))
                    .toArray();
        }

        int days() {
            Integer days = asked.days();
            return days == null ? question.usualDays() : days;
        }
    }

    private List<List<@Nullable Object>> answer(Enquiry e) throws SQLException {
        return switch (e.question()) {
            case WHO_OPENED -> AccessQuestions.whoOpened(e);
            case OPENED_BY -> AccessQuestions.openedBy(e);
            case COPIES_HELD -> ReleaseQuestions.copiesHeld(e);
            case DENIALS -> AccessQuestions.denials(e);
            case UNACKNOWLEDGED -> ReleaseQuestions.unacknowledged(e);
            case UNDER_DELEGATION -> ReleaseQuestions.underDelegation(e);
            case SEPARATED_DUTIES -> ReleaseQuestions.separatedDuties(e);
            case EXPIRED_STANDING -> AccountQuestions.expiredStanding(e);
            case DORMANT -> AccountQuestions.dormant(e);
            case UNREPORTED_EMERGENCIES -> ReleaseQuestions.unreported(e);
            case DOWNGRADES -> LabelQuestions.downgrades(e);
            case BULK_ACCESS -> OddQuestions.bulk(e);
            case UNUSUAL_ACCESS -> OddQuestions.unusual(e);
            case OVERDUE_REVIEWS -> LabelQuestions.overdue(e);
            case SENSITIVE_OPENS -> AccessQuestions.sensitive(e);
            case RESIDUAL_ACCESS -> AccountQuestions.residual(e);
            case UNPAIRED -> ReleaseQuestions.unpaired(e);
            case WITHOUT_ARRANGEMENT -> OddQuestions.withoutArrangement(e);
            case ROLE_CHANGES -> AccountQuestions.roleChanges(e);
            case FRUITLESS_SEARCHES -> searches.fruitless(e);
        };
    }

    private void check(Question question, Asked asked) {
        Objections objections = new Objections();
        for (String word : WORDS) {
            String said = asked.text(word);
            if (question.needs(word) && said == null) {
                objections.add(word, "AUD-07", "This question is asked of one " + word + ".");
            }
            if (said != null && !said.matches("[\\x21-\\x7e]{1,80}")) {
                objections.add(word, "AUD-07", "Nothing is called that: codes are ASCII without blanks.");
            }
        }
        Integer days = asked.days();
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            objections.add("days", "AUD-07", "Days are 0 to " + MOST_DAYS + ".");
        }
        objections.throwIfAny("objections", "The question lacks something.");
    }
}
