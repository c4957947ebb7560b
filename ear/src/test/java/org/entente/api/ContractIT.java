package org.entente.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.entente.running.Answer;
import org.entente.running.Platform;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The generated OpenAPI document is the one that partners were given, {@code docs/api/openapi.yaml}. */
class ContractIT {
    private static final Pattern SERVERS = Pattern.compile("(?m)^servers:\\R(?:[- ].*\\R)*");

    @Test
    void theContractChangesOnlyOnPurpose() throws IOException {
        Answer generated =
                User.send(HttpRequest.newBuilder(URI.create(Platform.running().web() + "/openapi")));
        String contract = SERVERS.matcher(generated.body()).replaceFirst("");
        Path fresh = Platform.home().resolve("ear/target/openapi.yaml");
        Files.writeString(fresh, contract);
        // as documents, not as text: the server writes paths and methods in another order every time
        Object agreed = new Yaml().load(Files.readString(Platform.home().resolve("docs/api/openapi.yaml")));
        assertEquals(
                agreed,
                new Yaml().<Object>load(contract),
                "If the change is meant, copy " + fresh + " to docs/api/openapi.yaml.");
    }

    @Test
    void healthAndMetricsAreOpenAndSayNothingOfTheDomain() {
        for (String path : new String[] {"/health/ready", "/health/live", "/metrics"}) {
            Answer answer = User.send(
                    HttpRequest.newBuilder(URI.create(Platform.running().web() + path)));
            assertEquals(200, answer.status(), path);
            assertEquals(-1, answer.body().indexOf("P01"), path);
        }
    }
}
