package org.entente.running;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;

/** The identity provider as its administrator works it. */
public final class Realm {
    private final String base;
    private final String token;

    private Realm(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public static Realm administered() {
        Platform platform = Platform.running();
        try {
            String secret = Files.readString(platform.folder().resolve("secrets/operator.password"))
                    .strip();
            JsonObject tokens = tokens(
                    "entente",
                    Map.of(
                            "grant_type", "client_credentials",
                            "client_id", "entente-operator",
                            "client_secret", secret));
            return new Realm(platform.keycloak() + "/admin/realms/entente", tokens.getString("access_token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the token endpoint of a realm answers to this form. */
    public static JsonObject tokens(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + User.encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return User.send(HttpRequest.newBuilder(URI.create(
                                Platform.running().keycloak() + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .json();
    }

    public static JsonObject passwordTokens(String client, String user) {
        return tokens(
                "entente",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "scope",
                        "openid",
                        "username",
                        user,
                        "password",
                        user + "-exercise"));
    }

    /** The keys that the realm publishes, as it publishes them. */
    public static String keys() {
        return User.send(HttpRequest.newBuilder(
                        URI.create(Platform.running().keycloak() + "/realms/entente/protocol/openid-connect/certs")))
                .body();
    }

    public Answer get(String path) {
        return User.send(request(path).GET());
    }

    public Answer post(String path, JsonValue body) {
        return User.send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public Answer put(String path, JsonValue body) {
        return User.send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public Answer delete(String path) {
        return User.send(request(path).DELETE());
    }

    public String userId(String name) {
        try (JsonReader reader = Json.createReader(
                new StringReader(get("/users?exact=true&username=" + name).body()))) {
            return reader.readArray().getJsonObject(0).getString("id");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }
}
