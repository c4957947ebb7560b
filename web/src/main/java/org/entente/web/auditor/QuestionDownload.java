package org.entente.web.auditor;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.entente.auditor.Answered;
import org.entente.auditor.AuditQuestions;
import org.entente.gate.Refused;
import org.entente.web.shell.Csv;
import org.entente.web.shell.Download;
import org.entente.web.shell.JsonWords;
import org.jspecify.annotations.Nullable;

/** The answer to a standard question as a file, in codes that are the same in every language. */
@WebServlet({"/question.csv", "/question.json"})
public class QuestionDownload extends Download {
    private static final long serialVersionUID = 1;

    @Inject
    private transient AuditQuestions questions;

    @Override
    protected void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String number = request.getParameter("number");
        if (number == null || !number.matches("[0-9]{1,3}")) {
            throw Refused.notFound();
        }
        Answered answered = questions.ask(
                Integer.parseInt(number),
                AskedIn.text(
                        request.getParameter("product"),
                        request.getParameter("person"),
                        request.getParameter("organisation"),
                        request.getParameter("days"),
                        request.getParameter("from"),
                        request.getParameter("to")),
                AuditQuestions.IN_AN_EXPORT);
        String name = "question-" + answered.question().number();
        if (request.getServletPath().endsWith(".csv")) {
            attach(response, "text/csv; charset=UTF-8; header=present", name + ".csv", csv(answered));
        } else {
            QuestionResource.AnswerBody body = QuestionResource.body(answered);
            attach(
                    response,
                    "application/json; charset=UTF-8",
                    name + ".json",
                    new JsonWords()
                            .getContext(QuestionResource.AnswerBody.class)
                            .toJson(body));
        }
    }

    static String csv(Answered answered) {
        StringBuilder file = new StringBuilder(Csv.line(answered.question().columns()));
        for (List<@Nullable Object> row : answered.rows()) {
            file.append(Csv.line(row));
        }
        return file.toString();
    }
}
