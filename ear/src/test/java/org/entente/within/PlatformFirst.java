package org.entente.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.entente.running.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the platform and tells Arquillian where its administration listens; inside the server there is nothing to do. */
public class PlatformFirst implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        if (System.getProperty("com.sun.aas.instanceRoot") == null) {
            Platform platform = Platform.running();
            String password = Files.readString(platform.folder().resolve("secrets/payara.password"))
                    .strip();
            System.setProperty("entente.admin.port", Integer.toString(platform.port("admin")));
            System.setProperty("entente.admin.password", password);
            tellTheDomainItsWebPort(platform, password);
        }
    }

    /** The adapter looks the port up in the domain, where only a property's name stands; the launcher gives its value. */
    private static void tellTheDomainItsWebPort(Platform platform, String password)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        for (String port : new String[] {"web", "admin"}) {
            String property = "entente." + port + ".port%3D" + platform.port(port);
            HttpRequest command = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.port("admin")
                            + "/__asadmin/create-system-properties?target=server-config&DEFAULT=" + property))
                    .header("User-Agent", "hk2-agent")
                    .header("X-Requested-By", "entente")
                    .header("Authorization", "Basic " + basic)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(command, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("FAILURE")) {
                throw new IllegalStateException("the domain does not take its port: " + answer.body());
            }
        }
    }
}
