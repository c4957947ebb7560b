package org.entente.web.product;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.web.document.Press;
import org.entente.web.document.Sheet;
import org.entente.web.shell.Failures;
import org.entente.web.shell.Problem;
import org.entente.web.shell.Shell;

/**
 * The same file under a page session. Asked for by a form and not by a link, because every asking takes a number: nothing
 * that a browser fetches ahead, and no other site, can do it.
 */
@WebServlet("/document")
public class DocumentDownload extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(DocumentDownload.class.getName());

    @Inject
    private transient Press press;

    @Inject
    private transient Shell shell;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getParameter("number");
        String number = asked == null ? "" : asked;
        try {
            switch (press.take(
                    number, request.getParameter("format"), shell.getLanguage(), request.getParameter("purpose"))) {
                case Sheet.Printed printed -> hand(printed, response);
                case Sheet.Kept kept -> toItsPage(number, response);
            }
        } catch (RuntimeException failure) {
            refuse(Failures.problem(failure), failure, number, response);
        }
    }

    private static void hand(Sheet.Printed printed, HttpServletResponse response) throws IOException {
        response.setContentType(printed.mediaType());
        response.setHeader("Content-Disposition", printed.disposition());
        response.setContentLength(printed.bytes().length);
        response.getOutputStream().write(printed.bytes());
    }

    /** The product's page says in words what a file cannot: why there is none. */
    private static void toItsPage(String number, HttpServletResponse response) throws IOException {
        response.sendRedirect("product.xhtml?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    private static void refuse(Problem problem, RuntimeException failure, String number, HttpServletResponse response)
            throws IOException {
        if (Failures.unexpected(problem)) {
            LOG.log(problem.status() == 503 ? Level.WARNING : Level.ERROR, "a document failed", failure);
        }
        switch (problem.slug()) {
            case "handling", "wrong-state" -> toItsPage(number, response);
            case "hat-required", "hat-not-live" -> response.sendRedirect("hat.xhtml");
            default -> response.sendError(problem.status());
        }
    }
}
