package org.entente.web.shell;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Other sites cannot act in somebody's session, whatever a server does with the cookie's SameSite: a browser says from where
 * a form came, and only our own pages count. Callers that are no browsers say nothing and have no session.
 */
@WebFilter("/*")
public class SameSite implements Filter {
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String site = http.getHeader("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site) && !READS.contains(http.getMethod())) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
