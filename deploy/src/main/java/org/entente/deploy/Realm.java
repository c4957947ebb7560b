package org.entente.deploy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The realm entente: its file, with this folder's address and keys filled in, and its later changes of address. */
final class Realm {
    static final String NAME = "entente";

    private final Path home;
    private final Secrets secrets;
    private final String web;

    Realm(Path home, Secrets secrets, String web) {
        this.home = home;
        this.secrets = secrets;
        this.web = web;
    }

    /** Puts what Keycloak is to import into its folder; realms that it knows already it leaves alone. */
    void offer(Path imports, boolean withTestRealm) {
        try {
            // Keycloak insists on the name of the realm in the name of the file; what an earlier run left must go
            new FileTree(imports).delete();
            FileTree.makePrivate(imports);
            String shipped = Files.readString(home.resolve("deploy/keycloak/entente-realm.json"));
            String template = withTestRealm ? quick(shipped) : shipped;
            Folder.write(
                    imports.resolve("entente-realm.json"),
                    template.replace("@web@", web)
                            .replace("@operator@", secrets.password("operator"))
                            .replace("\"@jwks@\"", quoted(Folder.read(secrets.clientKeySet()))));
            if (withTestRealm) {
                Folder.write(
                        imports.resolve("other-realm.json"),
                        Files.readString(home.resolve("deploy/keycloak/test-realm.json")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of a second factor each code is good once, here as there, but nobody waits half a minute for the next one; and a password is
     * not worth an eighth of a second of the processor each time it is typed.
     */
    private static String quick(String realm) {
        return realm.replace("period\\\": 30,", "period\\\": 1,")
                .replace("\"otpPolicyPeriod\": 30", "\"otpPolicyPeriod\": 1")
                .replace("\"otpPolicyLookAheadWindow\": 1", "\"otpPolicyLookAheadWindow\": 30")
                .replace("hashAlgorithm(argon2)", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
    }

    /** The web application moved to another port: its clients must know the new address and no longer the old. */
    void moveWebClient(String keycloak, String from, Probe probe) {
        String token = operatorToken(keycloak, probe);
        move("entente-web", keycloak, from, token, probe);
        move("entente-cli", keycloak, from, token, probe);
    }

    private void move(String name, String keycloak, String from, String token, Probe probe) {
        String clients = keycloak + "/admin/realms/" + NAME + "/clients";
        JsonArray found =
                json(admin(clients + "?clientId=" + name, token, probe)).getJsonArray("all");
        JsonObject client = found.getJsonObject(0);
        String moved =
                client.toString().replace("\"" + from + "\"", "\"" + web + "\"").replace(from + "/", web + "/");
        HttpRequest put = request(clients + "/" + client.getString("id"), token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(moved))
                .build();
        HttpResponse<String> answer = probe.send(put);
        if (answer.statusCode() != 204) {
            throw new CannotRun("Keycloak did not take the new web address (" + answer.statusCode() + ").");
        }
    }

    private String operatorToken(String keycloak, Probe probe) {
        HttpRequest post = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/" + NAME + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=entente-operator&client_secret="
                                + secrets.password("operator")))
                .build();
        HttpResponse<String> answer = probe.send(post);
        if (answer.statusCode() != 200) {
            throw new CannotRun("Keycloak refused the launcher's own account (" + answer.statusCode()
                    + "); its realm is not of this folder, start with --fresh.");
        }
        JsonString token =
                json("{\"all\":" + answer.body() + "}").getJsonObject("all").getJsonString("access_token");
        return token.getString();
    }

    private static String admin(String url, String token, Probe probe) {
        return "{\"all\":" + probe.send(request(url, token).GET().build()).body() + "}";
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String quoted(String text) {
        return Json.createValue(text).toString();
    }
}
