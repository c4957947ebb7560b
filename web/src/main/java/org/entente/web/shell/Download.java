package org.entente.web.shell;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** A file that a signed-in reader takes from a page; what is refused is refused as a page is. */
public abstract class Download extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(Download.class.getName());

    /** Asks the boundary, and writes what it answers with {@link #attach}. */
    protected abstract void write(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            write(request, response);
        } catch (RuntimeException failure) {
            refuse(failure, response);
        }
    }

    protected static void attach(HttpServletResponse response, String type, String name, String text)
            throws IOException {
        attach(response, type, name, text.getBytes(StandardCharsets.UTF_8));
    }

    protected static void attach(HttpServletResponse response, String type, String name, byte[] file)
            throws IOException {
        head(response, type, name, file.length);
        response.getOutputStream().write(file);
    }

    protected static void head(HttpServletResponse response, String type, String name, long length) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(length);
    }

    private static void refuse(RuntimeException failure, HttpServletResponse response) throws IOException {
        Problem problem = Failures.problem(failure);
        if (Failures.unexpected(problem)) {
            LOG.log(problem.status() == 503 ? Level.WARNING : Level.ERROR, "a download failed", failure);
        }
        if (problem.slug().startsWith("hat-")) {
            response.sendRedirect("hat.xhtml");
        } else {
            response.sendError(problem.status());
        }
    }
}
