package org.entente.web.auditor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.entente.auditor.Answered;
import org.entente.auditor.AuditQuestions;
import org.entente.auditor.Question;
import org.entente.gate.Refused;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** The standard questions; each with what it is asked of is a link that can be kept. */
@Named
@RequestScoped
public class QuestionPage {
    private static final List<String> PARAMETERS = List.of("product", "person", "organisation", "days", "from", "to");

    @Inject
    private AuditQuestions questions;

    @Inject
    private Words words;

    private @Nullable String number;
    private @Nullable String product;
    private @Nullable String person;
    private @Nullable String organisation;
    private @Nullable String days;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable Question question;
    private @Nullable Answered answered;

    /** What stands in a row and a column, and where it leads. */
    public record Cell(
            String column, @Nullable String text, @Nullable String link) {}

    public void load() {
        String typed = Ask.text(number);
        if (typed == null) {
            return;
        }
        Question asked = typed.matches("[0-9]{1,3}") ? Question.of(Integer.parseInt(typed)) : null;
        if (asked == null) {
            throw Refused.notFound();
        }
        question = asked;
        boolean told = PARAMETERS.stream().filter(asked::needs).allMatch(p -> Ask.text(value(p)) != null);
        if (told) {
            answered = questions.ask(
                    asked.number(),
                    AskedIn.text(product, person, organisation, days, from, to),
                    AuditQuestions.ON_A_PAGE);
        }
    }

    public List<Question.Group> getGroups() {
        return List.of(Question.Group.values());
    }

    public List<Question> in(Question.Group group) {
        return Arrays.stream(Question.values()).filter(q -> q.group() == group).toList();
    }

    public @Nullable Question getQuestion() {
        return question;
    }

    public @Nullable Answered getAnswered() {
        return answered;
    }

    /** The fields of the question's form. */
    public List<String> getParameters() {
        Question asked = question;
        return asked == null
                ? List.of()
                : PARAMETERS.stream().filter(asked::takes).toList();
    }

    /** How the field of a parameter is typed into. */
    public String type(String parameter) {
        return switch (parameter) {
            case "from", "to" -> "date";
            case "days" -> "number";
            default -> "text";
        };
    }

    public @Nullable String value(String parameter) {
        return switch (parameter) {
            case "product" -> product;
            case "person" -> person;
            case "organisation" -> organisation;
            case "days" -> days == null ? usualDays() : days;
            case "from" -> from;
            case "to" -> to;
            default -> throw new IllegalArgumentException(parameter);
        };
    }

    private @Nullable String usualDays() {
        Question asked = question;
        return asked == null || !asked.takes("days") ? null : Integer.toString(asked.usualDays());
    }

    public List<List<Cell>> getRows() {
        Answered all = Objects.requireNonNull(answered);
        List<String> columns = all.question().columns();
        List<List<Cell>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : all.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(cell(columns.get(i), row.get(i)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private Cell cell(String column, @Nullable Object value) {
        if (value == null) {
            return new Cell(column, null, null);
        }
        if (value instanceof Instant at) {
            return new Cell(column, words.time(at), null);
        }
        String code = value.toString();
        return switch (column) {
            case "event" -> new Cell(column, code, "event.xhtml?id=" + code);
            case "product" -> new Cell(column, code, "audit.xhtml?product=" + code);
            case "object" ->
                new Cell(column, code, code.matches("[A-Za-z0-9-]+") ? "audit.xhtml?product=" + code : null);
            case "release" -> new Cell(column, code, "audit.xhtml?product=" + code);
            case "roles" -> new Cell(column, words.roles(List.of(code.split(" "))), null);
            case "reason" -> new Cell(column, words.reasons(List.of(code)), null);
            case "action" -> new Cell(column, words.code("action", code), null);
            case "what", "why", "kind", "state" -> new Cell(column, words.code("cell", code), null);
            default -> new Cell(column, code, null);
        };
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product;
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String person) {
        this.person = person;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public @Nullable String getDays() {
        return days;
    }

    public void setDays(@Nullable String days) {
        this.days = days;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
