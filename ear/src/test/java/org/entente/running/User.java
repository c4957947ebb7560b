package org.entente.running;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An account of the demonstration realm at work over REST, in one of its hats. */
public final class User {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final String IF_MATCH = "If-Match";
    private static final String STRONG = " with a second factor";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    private final Platform platform;
    private final String name;
    private final @Nullable String hat;
    private final boolean strong;

    private record Token(String text, Instant until) {}

    private User(Platform platform, String name, @Nullable String hat, boolean strong) {
        this.platform = platform;
        this.name = name;
        this.hat = hat;
        this.strong = strong;
    }

    public static User named(String name) {
        return new User(Platform.running(), name, null, false);
    }

    /** The wearer of one of the exercise's hats, in that hat. */
    public static User in(String hatId) {
        return named(Scenario.wearer(hatId)).wearing(hatId);
    }

    public User wearing(String hatId) {
        return new User(platform, name, hatId, strong);
    }

    /** The same person, who has just used a second factor. */
    public User proved() {
        return new User(platform, name, hat, true);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Whoever judges something by this reads it first and says what they saw of it; for a grave act they prove themselves. */
    public Answer post(String path, @Nullable JsonObjectBuilder body) {
        User user = Judged.grave(path) ? proved() : this;
        return send(withJson(user.withSeen(user.request(path), path), "POST", body));
    }

    public Answer post(String path, @Nullable JsonObjectBuilder body, String header, @Nullable String value) {
        HttpRequest.Builder request =
                value == null ? request(path) : request(path).header(header, value);
        return send(withJson(header.equals(IF_MATCH) ? request : withSeen(request, path), "POST", body));
    }

    /** Says nothing of what was seen. */
    public Answer postUnseen(String path, @Nullable JsonObjectBuilder body) {
        return send(withJson(request(path), "POST", body));
    }

    /** How often somebody has read something only to judge it. */
    public static long readToJudge() {
        return Judged.reads();
    }

    /** The tag over what this user is shown of what is judged at this path; null if they are shown nothing. */
    public @Nullable String seen(String path) {
        return Judged.seen(this, path);
    }

    private HttpRequest.Builder withSeen(HttpRequest.Builder request, String path) {
        String seen = seen(path);
        return seen == null ? request : request.header(IF_MATCH, seen);
    }

    public Answer put(String path, JsonObjectBuilder body) {
        return send(withJson(request(path), "PUT", body));
    }

    public Answer put(String path, JsonObjectBuilder body, String header, String value) {
        return send(withJson(request(path).header(header, value), "PUT", body));
    }

    public Answer send(String method, String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** A request to this path of the interface with this user's token and hat, for whatever else a test wants to do to it. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.api() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token());
        return hat == null ? request : request.header("Entente-Hat", hat);
    }

    public static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is answered here as it comes, whatever kind of file it is. */
    public HttpResponse<byte[]> file(String path) {
        try {
            return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Moves the exercise clock. */
    public static void clock(String instant) {
        Answer set;
        try {
            set = setClock(instant);
        } catch (UncheckedIOException closed) {
            // the server had just closed the connection that lay ready; setting the clock twice is setting it once
            set = setClock(instant);
        }
        if (set.status() != 200) {
            throw new IllegalStateException("the clock could not be set: " + set);
        }
    }

    private static Answer setClock(String instant) {
        return named("director")
                .put("/exercise/clock", Json.createObjectBuilder().add("now", instant));
    }

    public String token() {
        String kept = strong ? name + STRONG : name;
        // one asks for all who wait: a one-time code is good for one token
        Token known = TOKENS.compute(
                kept,
                (name, old) -> old != null && old.until.isAfter(Instant.now())
                        ? old
                        : new Token(
                                strong
                                        ? strongToken(this.name)
                                        : freshToken("entente", this.name, this.name + "-exercise"),
                                Instant.now().plus(TOKEN_LIFE)));
        return known.text;
    }

    /** After a test ended all sessions of this account: its kept token is no longer worth anything. */
    public static void signedOut(String name) {
        TOKENS.remove(name);
        TOKENS.remove(name + STRONG);
    }

    /** A token straight from a realm, by direct grant. */
    public static String freshToken(String realm, String user, String password) {
        return granted(realm, "username=" + encode(user) + "&password=" + encode(password));
    }

    /** The same for password and second factor. */
    public static String strongToken(String user) {
        return granted(
                "entente",
                "scope=openid+signing&username=" + encode(user) + "&password=" + encode(user + "-exercise") + "&totp="
                        + SecondFactor.code(user));
    }

    private static String granted(String realm, String credentials) {
        Platform platform = Platform.running();
        String form = "grant_type=password&client_id=entente-cli&" + credentials;
        Answer answer = send(HttpRequest.newBuilder(
                        URI.create(platform.keycloak() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getString("access_token");
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder withJson(
            HttpRequest.Builder request, String method, @Nullable JsonObjectBuilder body) {
        return body == null
                ? request.method(method, HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(body.build().toString()));
    }
}
