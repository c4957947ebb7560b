package org.entente.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.entente.gate.Caller;
import org.entente.gate.EndedSessions;
import org.entente.web.shell.Problem;
import org.entente.world.Unreachable;
import org.jspecify.annotations.Nullable;

/** Finds out, for every request, whom it comes from: a bearer token under /api, a signed-in session everywhere else. */
@ApplicationScoped
public class Mechanism implements HttpAuthenticationMechanism {
    private static final String HEAD = "HEAD";
    private static final String HAT_HEADER = "Entente-Hat";
    private static final Set<String> EVERYBODY = Set.of("person");

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private CodeFlow codeFlow;

    @Inject
    private EndedSessions endedSessions;

    @Inject
    private Caller caller;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = path(request);
        if (Paths.open(path)) {
            return context.doNothing();
        }
        try {
            return Paths.rest(path) ? bearer(request, response, context) : page(request, response, context);
        } catch (IdentityProvider.ProviderSilent | Unreachable e) {
            return refused(response, Problem.unavailable());
        }
    }

    private AuthenticationStatus bearer(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        String header = headers.size() == 1 ? headers.getFirst() : null;
        AccessTokens.Bearer bearer = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? accessTokens.check(header.substring(7).strip())
                : null;
        if (bearer == null || ended(bearer.session())) {
            response.setHeader("WWW-Authenticate", "Bearer");
            return refused(response, Problem.unauthenticated());
        }
        caller.isPerson(bearer.subject(), bearer.session(), request.getRemoteAddr());
        caller.proved(bearer.secondFactor());
        caller.looks(HEAD.equals(request.getMethod()));
        caller.wishes(request.getHeader(HAT_HEADER));
        return context.notifyContainerAboutLogin(bearer.subject(), EVERYBODY);
    }

    private AuthenticationStatus page(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        SignedIn signedIn = session == null ? null : (SignedIn) session.getAttribute(SignedIn.ATTRIBUTE);
        SignedIn current = signedIn == null ? null : current(signedIn);
        if (session == null || current == null) {
            if (signedIn != null) {
                session.invalidate();
            }
            return signInFirst(request, response);
        }
        session.setAttribute(SignedIn.ATTRIBUTE, current);
        caller.isPerson(current.subject(), current.session(), request.getRemoteAddr());
        caller.proved(current.secondFactor());
        caller.looks(HEAD.equals(request.getMethod()));
        caller.wishes((String) session.getAttribute(ActingHat.ATTRIBUTE));
        return context.notifyContainerAboutLogin(current.subject(), EVERYBODY);
    }

    private @Nullable SignedIn current(SignedIn signedIn) {
        if (ended(signedIn.session())) {
            return null;
        }
        return signedIn.until().isAfter(Instant.now()) ? signedIn : codeFlow.refresh(signedIn);
    }

    private boolean ended(@Nullable String session) {
        return session != null && endedSessions.contains(session);
    }

    private AuthenticationStatus signInFirst(HttpServletRequest request, HttpServletResponse response) {
        boolean partial = request.getHeader("Faces-Request") != null;
        String query = request.getQueryString();
        String here = path(request) + (query == null ? "" : "?" + query);
        boolean comeBack = "GET".equals(request.getMethod()) && !partial && Paths.page(path(request));
        Departure departure = CodeFlow.departure(comeBack ? here : "/index.xhtml");
        request.getSession(true).setAttribute(Departure.ATTRIBUTE, departure);
        String away =
                codeFlow.signIn(departure, request.getLocale().getLanguage()).toString();
        try {
            if (partial) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                                + away.replace("&", "&amp;") + "\"/></partial-response>");
            } else {
                response.sendRedirect(away);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static AuthenticationStatus refused(HttpServletResponse response, Problem problem) {
        try {
            problem.write(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
