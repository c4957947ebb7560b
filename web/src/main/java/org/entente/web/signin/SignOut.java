package org.entente.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.entente.gate.EndedSessions;
import org.entente.organisation.Hats;

/** Signs out here and at the identity provider; tokens of the same session die with it. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient CodeFlow codeFlow;

    @Inject
    private transient EndedSessions endedSessions;

    @Inject
    private transient Hats hats;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        SignedIn signedIn = session == null ? null : (SignedIn) session.getAttribute(SignedIn.ATTRIBUTE);
        if (session == null || signedIn == null) {
            response.sendRedirect(request.getContextPath() + "/signed-out.xhtml");
            return;
        }
        hats.signedOut();
        String ended = signedIn.session();
        if (ended != null) {
            endedSessions.end(ended, UUID.randomUUID().toString());
        }
        session.invalidate();
        response.sendRedirect(codeFlow.signOut(signedIn).toString());
    }
}
