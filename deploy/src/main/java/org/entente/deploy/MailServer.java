package org.entente.deploy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where notices are handed over. */
record MailServer(String host, int port) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]{1,200}|\\[[0-9a-fA-F:.]{2,45}]):(\\d{1,5})");
    private static final String FROM = "no-reply@entente.test";

    static MailServer parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(2)) > 65535) {
            throw new CannotRun("--mail must look like smtp.example.org:25, not '" + text + "'.");
        }
        return new MailServer(form.group(1), Integer.parseInt(form.group(2)));
    }

    /** What the application is told; what the person's own environment says goes before what is usual here. */
    Map<String, String> environment(Ports ports, Map<String, String> given) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ENTENTE_MAIL_HOST", host);
        environment.put("ENTENTE_MAIL_PORT", Integer.toString(port == 0 ? ports.mail() : port));
        environment.put("ENTENTE_MAIL_FROM", given.getOrDefault("ENTENTE_MAIL_FROM", FROM));
        environment.put("ENTENTE_MAIL_TLS", given.getOrDefault("ENTENTE_MAIL_TLS", loopback() ? "NONE" : "STARTTLS"));
        environment.put(
                "ENTENTE_MAIL_LONGEST_PAUSE",
                given.getOrDefault("ENTENTE_MAIL_LONGEST_PAUSE", loopback() ? "PT2S" : "PT1M"));
        return environment;
    }

    private boolean loopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
