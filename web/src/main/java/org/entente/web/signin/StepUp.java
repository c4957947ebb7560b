package org.entente.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.entente.web.shell.Shell;

/** Sends somebody who is signed in to use a second factor; they come back to the page that asked for it. */
@WebServlet("/step-up")
public class StepUp extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient CodeFlow codeFlow;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        String back = Shell.back(session);
        Departure departure = CodeFlow.departure(back == null ? "/index.xhtml" : back);
        session.setAttribute(Departure.ATTRIBUTE, departure);
        response.sendRedirect(
                codeFlow.proveStrongly(departure, request.getLocale().getLanguage())
                        .toString());
    }
}
