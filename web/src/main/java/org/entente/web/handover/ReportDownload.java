package org.entente.web.handover;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.web.document.Press;
import org.entente.web.document.Sheet;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Download;
import org.entente.web.shell.Shell;

/** The report of a handover on paper, in the language of the page that it is taken from. */
@WebServlet("/handover-report")
public class ReportDownload extends Download {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Press press;

    @Inject
    private transient Shell shell;

    @Override
    protected void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Sheet.Printed report = press.report(
                Ask.needed("number", Ask.text(request.getParameter("number"))),
                request.getParameter("format"),
                shell.getLanguage());
        attach(response, report.mediaType(), report.fileName(), report.bytes());
    }
}
