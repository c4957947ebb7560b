package org.entente.web.auditor;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.auditor.Answered;
import org.entente.auditor.AuditQuestions;
import org.jspecify.annotations.Nullable;

/** The standard questions of AUD-07, as JSON. */
@Path("/audit/questions/{number}")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionResource {
    @Inject
    private AuditQuestions questions;

    /** A table: its columns, and a row as an object of them. */
    public record AnswerBody(
            int question, List<String> columns, List<Map<String, @Nullable Object>> rows, boolean more) {}

    @GET
    public AnswerBody ask(
            @PathParam("number") int number,
            @QueryParam("product") @Nullable String product,
            @QueryParam("person") @Nullable String person,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("days") @Nullable String days,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit) {
        return body(questions.ask(
                number,
                AskedIn.text(product, person, organisation, days, from, to),
                AskedIn.limit(limit, AuditQuestions.ON_A_PAGE)));
    }

    static AnswerBody body(Answered answered) {
        List<String> columns = answered.question().columns();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> cells : answered.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return new AnswerBody(answered.question().number(), columns, rows, answered.more());
    }
}
