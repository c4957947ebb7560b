package org.entente.web.signin;

import java.util.Set;

/** Which paths stand open; every other needs somebody. */
final class Paths {
    private static final Set<String> OPEN = Set.of(
            CodeFlow.CALLBACK,
            "/backchannel-logout",
            "/signed-out.xhtml",
            "/sign-in-failed.xhtml",
            "/favicon.ico",
            "/language");

    private Paths() {}

    static boolean open(String path) {
        return OPEN.contains(path)
                || path.startsWith("/jakarta.faces.resource/")
                || of(path, "/health")
                || of(path, "/metrics")
                || of(path, "/openapi");
    }

    private static boolean of(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    static boolean rest(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    static boolean page(String path) {
        return path.endsWith(".xhtml") || path.equals("/");
    }
}
