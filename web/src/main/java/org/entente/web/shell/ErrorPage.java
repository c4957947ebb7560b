package org.entente.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Which of the few things that an error page says is the one to say. */
@Named
@RequestScoped
public class ErrorPage {
    private static final Map<Integer, String> KINDS =
            Map.of(400, "request", 403, "forbidden", 404, "absent", 410, "expired", 503, "unavailable");

    @Inject
    private HttpServletRequest request;

    public String getKind() {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? KINDS.getOrDefault(code, "failure") : "absent";
    }
}
