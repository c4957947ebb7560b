package org.entente.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.entente.gate.Caller;
import org.entente.gate.Refused;
import org.entente.organisation.Hats;

/** Where the identity provider sends people back to. */
@WebServlet(CodeFlow.CALLBACK)
public class Callback extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient CodeFlow codeFlow;

    @Inject
    private transient Caller caller;

    @Inject
    private transient Hats hats;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        Departure departure = session == null ? null : (Departure) session.getAttribute(Departure.ATTRIBUTE);
        String code = request.getParameter("code");
        String state = request.getParameter("state");
        if (session == null || departure == null || code == null || state == null || !same(departure.state(), state)) {
            response.sendRedirect(request.getContextPath() + "/sign-in-failed.xhtml");
            return;
        }
        session.removeAttribute(Departure.ATTRIBUTE);
        SignedIn signedIn = codeFlow.arrive(code, departure);
        if (signedIn == null) {
            response.sendRedirect(request.getContextPath() + "/sign-in-failed.xhtml");
            return;
        }
        SignedIn before = (SignedIn) session.getAttribute(SignedIn.ATTRIBUTE);
        if (before != null && !before.subject().equals(signedIn.subject())) {
            // somebody else came back: nothing of the one who left is theirs
            session.invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in-failed.xhtml");
            return;
        }
        request.changeSessionId();
        session.setAttribute(SignedIn.ATTRIBUTE, signedIn);
        caller.isPerson(signedIn.subject(), signedIn.session(), request.getRemoteAddr());
        try {
            hats.signedIn();
        } catch (Refused unknown) {
            session.invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in-failed.xhtml");
            return;
        }
        response.sendRedirect(request.getContextPath() + departure.returnTo());
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
