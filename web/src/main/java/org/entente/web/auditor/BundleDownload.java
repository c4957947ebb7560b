package org.entente.web.auditor;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.entente.transparency.Bundles;
import org.entente.web.shell.Download;

/** A bundle of the log as a file, to be checked without the network. */
@WebServlet("/bundle.zip")
public class BundleDownload extends Download {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Bundles bundles;

    @Override
    protected void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path file = bundles.take(
                Objects.requireNonNullElse(AskedIn.index("from", request.getParameter("from")), 0L),
                AskedIn.index("to", request.getParameter("to")));
        try {
            head(response, "application/zip", "bundle.zip", Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
