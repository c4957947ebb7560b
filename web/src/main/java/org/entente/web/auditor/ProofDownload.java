package org.entente.web.auditor;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.transparency.LogRecords;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Download;

/** The proof of one event as a file. */
@WebServlet("/proof.txt")
public class ProofDownload extends Download {
    private static final long serialVersionUID = 1;

    @Inject
    private transient LogRecords log;

    @Override
    protected void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String event = Ask.needed("event", Ask.text(request.getParameter("event")));
        byte[] proof = log.proof(event);
        // what is proved is a number: nothing else comes this far
        attach(response, "text/plain; charset=UTF-8", "proof-" + event + ".txt", proof);
    }
}
