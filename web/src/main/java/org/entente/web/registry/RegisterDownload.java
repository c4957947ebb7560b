package org.entente.web.registry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.entente.registry.RegisterEntry;
import org.entente.registry.Registers;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Csv;
import org.entente.web.shell.Download;
import org.entente.web.shell.Shell;

/** The book of a year as a file, in the columns of AUD-09. Their names are codes, the same in every language. */
@WebServlet("/register.csv")
public class RegisterDownload extends Download {
    private static final long serialVersionUID = 1;
    private static final List<String> COLUMNS = List.of(
            "entry",
            "direction",
            "date",
            "reference",
            "copy",
            "classification",
            "counterpart",
            "officer",
            "release",
            "receipt-returned",
            "receipt-by",
            "returned-or-destroyed",
            "certificate");

    @Inject
    private transient Registers registers;

    @Inject
    private transient Shell shell;

    @Override
    protected void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BookYear book = BookYear.of(request.getParameter("year"), shell.getMe().now());
        List<RegisterEntry> entries = registers.entries(
                Ask.text(request.getParameter("registry")),
                BookYear.direction(request.getParameter("direction")),
                book.from(),
                book.to());
        attach(response, "text/csv; charset=UTF-8; header=present", "register-" + book.year() + ".csv", file(entries));
    }

    static String file(List<RegisterEntry> entries) {
        StringBuilder file = new StringBuilder(Csv.line(COLUMNS));
        for (RegisterEntry e : entries) {
            file.append(Csv.line(Arrays.asList(
                    e.number(),
                    e.direction(),
                    e.at(),
                    e.reference(),
                    e.copy(),
                    e.classification(),
                    e.counterpart(),
                    e.officer(),
                    e.release(),
                    e.receiptAt(),
                    e.receiptBy(),
                    e.disposedAt(),
                    e.certificate())));
        }
        return file.toString();
    }
}
