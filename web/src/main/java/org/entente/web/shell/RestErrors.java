package org.entente.web.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the server refuses by itself under /api is answered like everything there, not with a page for people. */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.ERROR)
public class RestErrors implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.equals("/api") || path.startsWith("/api/")) {
            int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
            Problem problem = status < 500
                    ? new Problem(status, "bad-request", "The request is not one that this platform understands.")
                    : new Problem(status, Failures.FAILURE, "Something went wrong here. It has been noted.");
            problem.write((HttpServletResponse) response);
            return;
        }
        // an encoding that does not exist may be what the error is about
        request.setCharacterEncoding(StandardCharsets.UTF_8);
        chain.doFilter(request, response);
    }
}
