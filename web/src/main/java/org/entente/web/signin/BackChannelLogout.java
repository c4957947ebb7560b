package org.entente.web.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.ParseException;
import org.entente.gate.EndedSessions;

/** The identity provider's notice that a session has ended, wherever it was ended. */
@WebServlet("/backchannel-logout")
public class BackChannelLogout extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient IdentityProvider provider;

    @Inject
    private transient EndedSessions endedSessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        String token = request.getParameter("logout_token");
        response.setStatus(token != null && accepted(token) ? 200 : 400);
    }

    /** Notices come for sessions of the pages and, in a demonstration, of the command line. */
    private ClientID addressee(JWT notice) throws ParseException {
        ClientID commandLine = new ClientID("entente-cli");
        return notice.getJWTClaimsSet().getAudience().contains(commandLine.getValue())
                ? commandLine
                : provider.client();
    }

    private boolean accepted(String token) {
        try {
            JWT sent = JWTParser.parse(token);
            LogoutTokenClaimsSet notice = new LogoutTokenValidator(
                            provider.issuer(),
                            addressee(sent),
                            false,
                            new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, provider.keys()),
                            null)
                    .validate(sent);
            return notice.getSessionID() != null
                    && endedSessions.end(
                            notice.getSessionID().getValue(), notice.getJWTID().getValue());
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return false;
        }
    }
}
