package org.entente.web.organisation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.gate.Caller;
import org.entente.gate.Refused;
import org.entente.organisation.Hats;
import org.entente.web.signin.ActingHat;

/** Takes up another hat for the page session; a new hat begins at the list. */
@WebServlet("/hat")
public class HatChoice extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Caller caller;

    @Inject
    private transient Hats hats;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String hat = request.getParameter("hat");
        if (hat == null || hat.isBlank()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            caller.wishes(hat);
            hats.choose();
        } catch (Refused notTheirs) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        ActingHat.choose(request.getSession(), hat);
        response.sendRedirect(request.getContextPath() + "/index.xhtml");
    }
}
