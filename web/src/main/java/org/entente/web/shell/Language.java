package org.entente.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Changes the language of a page session and goes back to where it was asked. */
@WebServlet("/language")
public class Language extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String ATTRIBUTE = Language.class.getName();

    static @Nullable String of(HttpSession session) {
        return (String) session.getAttribute(ATTRIBUTE);
    }

    static void choose(HttpSession session, String language) {
        session.setAttribute(ATTRIBUTE, language);
    }

    static String supported(@Nullable String language) {
        return "fr".equals(language) ? "fr" : "en";
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        choose(request.getSession(), supported(request.getParameter("language")));
        String back = request.getParameter("back");
        response.sendRedirect(request.getContextPath() + (ours(back) ? back : "/index.xhtml"));
    }

    /** A page of this application, never another site's address. */
    private static boolean ours(@Nullable String back) {
        return back != null && back.matches("/[a-z-]+\\.xhtml(\\?[^\\s\\\\]*)?");
    }
}
