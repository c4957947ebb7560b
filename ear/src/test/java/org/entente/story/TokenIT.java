package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.running.Answer;
import org.entente.running.Platform;
import org.entente.running.Realm;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bearer tokens: the realm's own, whole and in their time, and nothing that only looks like one. */
class TokenIT {
    private static final String WRONG_CLIENT = "entente-test-hostile";

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void everyHostileTokenGetsOneAndTheSameRefusal() throws JOSEException, ParseException {
        Map<String, String> hostile = new LinkedHashMap<>();
        String good = User.freshToken("entente", "reis", "reis-exercise");
        assertEquals(200, asked("Bearer " + good).status(), "the control");
        malformed(good, hostile);
        unsigned(good, hostile);
        forged(good, hostile);
        otherKinds(hostile);
        assertTrue(hostile.size() >= 60, "variants: " + hostile.size());
        String first = null;
        for (Map.Entry<String, String> one : hostile.entrySet()) {
            Answer answer = asked(one.getValue());
            assertEquals(401, answer.status(), one.getKey() + " " + answer);
            String told = told(answer);
            first = first == null ? told : first;
            assertEquals(first, told, one.getKey());
        }
        assertFalse(String.valueOf(first).contains("instance"), first);
        assertEquals(200, asked("Bearer " + good).status(), "the control, still");
    }

    @Test
    void twoAuthorizationHeadersAreOneTooMany() {
        String good = User.freshToken("entente", "reis", "reis-exercise");
        for (String[] both : new String[][] {
            {"Bearer " + good, "Bearer " + good}, {"Bearer " + good, "Bearer x"}, {"Bearer x", "Bearer " + good}
        }) {
            Answer answer = User.send(
                    HttpRequest.newBuilder(URI.create(Platform.running().api() + "/products"))
                            .header("Authorization", both[0])
                            .header("Authorization", both[1]));
            assertEquals(401, answer.status());
        }
    }

    @Test
    void aTokenIsTakenFromItsHeaderAlone() {
        String good = User.freshToken("entente", "reis", "reis-exercise");
        String api = Platform.running().api();
        for (HttpRequest.Builder request : List.of(
                HttpRequest.newBuilder(URI.create(api + "/products?access_token=" + good)),
                HttpRequest.newBuilder(URI.create(api + "/products")).header("Cookie", "access_token=" + good),
                HttpRequest.newBuilder(URI.create(api + "/products"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("access_token=" + good)))) {
            assertEquals(401, User.send(request).status());
        }
    }

    @Test
    void everyPathUnderTheInterfaceNeedsAToken() {
        String web = Platform.running().web();
        for (String path : List.of(
                "/api",
                "/api/me",
                "/api/products",
                "/api/products/P12",
                "/api/nothing",
                "/api/audit/events",
                "/api/exercise/clock",
                "/api//products",
                "/api;x=y/products",
                "/%61pi/products",
                "/health/../api/products",
                "/health/%2e%2e/api/products",
                "/callback/../api/me")) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH")) {
                Answer answer = User.send(HttpRequest.newBuilder(URI.create(web + path))
                        .method(method, HttpRequest.BodyPublishers.noBody()));
                assertEquals(401, answer.status(), method + " " + path);
            }
        }
    }

    @Test
    void aTokenOfASessionThatWasEndedIsRefusedWithinFiveSeconds() throws InterruptedException {
        Realm realm = Realm.administered();
        String token = Realm.passwordTokens("entente-cli", "castro").getString("access_token");
        expect(200, asked("Bearer " + token));
        expect(
                204,
                realm.post(
                        "/users/" + realm.userId("castro") + "/logout",
                        Json.createObjectBuilder().build()));
        User.signedOut("castro");
        refusedWithin(Duration.ofSeconds(5), token);
        // who signs in again is somebody new
        expect(
                200,
                asked("Bearer " + Realm.passwordTokens("entente-cli", "castro").getString("access_token")));
    }

    @Test
    void aTokenOfASessionThatSignedOutIsRefusedWithinFiveSeconds() throws InterruptedException {
        JsonObject tokens = Realm.passwordTokens("entente-cli", "keita");
        String token = tokens.getString("access_token");
        expect(200, asked("Bearer " + token));
        Answer out = User.send(HttpRequest.newBuilder(
                        URI.create(Platform.running().keycloak() + "/realms/entente/protocol/openid-connect/logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "client_id=entente-cli&refresh_token=" + User.encode(tokens.getString("refresh_token")))));
        assertEquals(204, out.status());
        refusedWithin(Duration.ofSeconds(5), token);
    }

    @Test
    void aUserWhoIsDisabledGetsNoFurtherToken() {
        Realm realm = Realm.administered();
        String id = realm.userId("moreau");
        JsonObject user = realm.get("/users/" + id).json();
        JsonObject tokens = Realm.passwordTokens("entente-cli", "moreau");
        try {
            expect(204, realm.put("/users/" + id, enabled(user, false)));
            assertFalse(Realm.passwordTokens("entente-cli", "moreau").containsKey("access_token"));
            assertFalse(Realm.tokens(
                            "entente",
                            Map.of(
                                    "grant_type", "refresh_token",
                                    "client_id", "entente-cli",
                                    "refresh_token", tokens.getString("refresh_token")))
                    .containsKey("access_token"));
        } finally {
            expect(204, realm.put("/users/" + id, enabled(user, true)));
        }
        assertTrue(Realm.passwordTokens("entente-cli", "moreau").containsKey("access_token"));
    }

    @Test
    void aLogoutNoticeThatTheRealmDidNotSendEndsNothing() throws JOSEException, ParseException {
        String token = Realm.passwordTokens("entente-cli", "tadesse").getString("access_token");
        SignedJWT parsed = SignedJWT.parse(token);
        RSAKey mine =
                new RSAKeyGenerator(2048).keyID(parsed.getHeader().getKeyID()).generate();
        SignedJWT notice = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(mine.getKeyID())
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(parsed.getJWTClaimsSet().getIssuer())
                        .audience("entente-web")
                        .subject(parsed.getJWTClaimsSet().getSubject())
                        .claim("sid", parsed.getJWTClaimsSet().getStringClaim("sid"))
                        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        notice.sign(new RSASSASigner(mine));
        for (String body : List.of(
                "logout_token=" + notice.serialize(),
                "logout_token=" + token,
                "logout_token=x",
                "logout_token=",
                "other=1")) {
            Answer answer = User.send(
                    HttpRequest.newBuilder(URI.create(Platform.running().web() + "/backchannel-logout"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
            assertEquals(400, answer.status(), body);
        }
        expect(200, asked("Bearer " + token));
    }

    private static void malformed(String good, Map<String, String> hostile) {
        String[] parts = good.split("\\.", -1);
        hostile.put("no header", "");
        hostile.put("scheme alone", "Bearer");
        hostile.put("scheme and a space", "Bearer ");
        hostile.put("no scheme", good);
        hostile.put("Basic", "Basic " + Base64.encode("reis:reis-exercise"));
        hostile.put("Basic with the token", "Basic " + good);
        hostile.put("Digest", "Digest username=\"reis\"");
        hostile.put("DPoP", "DPoP " + good);
        hostile.put("Bearer:", "Bearer:" + good);
        hostile.put("Token", "Token " + good);
        hostile.put("two tokens", "Bearer " + good + " " + good);
        hostile.put("two tokens with a comma", "Bearer " + good + ",Bearer " + good);
        hostile.put("twice the scheme", "Bearer Bearer " + good);
        hostile.put("quoted", "Bearer \"" + good + "\"");
        hostile.put("a word", "Bearer hello");
        hostile.put("dots", "Bearer ..");
        hostile.put("many dots", "Bearer ........");
        hostile.put("null", "Bearer null");
        hostile.put("braces", "Bearer {}");
        hostile.put("trailing dot", "Bearer " + good + ".");
        hostile.put("trailing dots", "Bearer " + good + "...");
        hostile.put("leading dot", "Bearer ." + good);
        hostile.put("trailing rubbish", "Bearer " + good + "AAAA");
        hostile.put("truncated by one", "Bearer " + good.substring(0, good.length() - 1));
        hostile.put("truncated to two parts", "Bearer " + parts[0] + "." + parts[1]);
        hostile.put("no signature", "Bearer " + parts[0] + "." + parts[1] + ".");
        hostile.put("no payload", "Bearer " + parts[0] + ".." + parts[2]);
        hostile.put("no header part", "Bearer ." + parts[1] + "." + parts[2]);
        hostile.put("parts in another order", "Bearer " + parts[1] + "." + parts[0] + "." + parts[2]);
        hostile.put("five parts", "Bearer " + good + ".AAAA.AAAA");
        hostile.put("very long", "Bearer " + good + "A".repeat(4_000));
        hostile.put("very long rubbish", "Bearer " + "A.".repeat(2_000));
        hostile.put("percent encoded", "Bearer " + good.replace(".", "%2E"));
        hostile.put("lower case", "Bearer " + good.toLowerCase(java.util.Locale.ROOT));
    }

    private static void unsigned(String good, Map<String, String> hostile) throws ParseException {
        String payload = good.split("\\.", -1)[1];
        String signature = good.split("\\.", -1)[2];
        for (String none : List.of("none", "None", "NONE", "nOnE", "", "none ", "null")) {
            String header = Base64URL.encode("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}")
                    .toString();
            hostile.put("alg '" + none + "'", "Bearer " + header + "." + payload + ".");
            hostile.put("alg '" + none + "' with the signature", "Bearer " + header + "." + payload + "." + signature);
        }
        String without = Base64URL.encode("{\"typ\":\"JWT\"}").toString();
        hostile.put("no alg", "Bearer " + without + "." + payload + "." + signature);
        JWTClaimsSet claims = SignedJWT.parse(good).getJWTClaimsSet();
        for (Map.Entry<String, Object> change : Map.<String, Object>of(
                        "sub", "5c19959a-ea52-374a-9772-1c392fc8d197",
                        "exp", 4_000_000_000L,
                        "aud", "other",
                        "typ", "ID")
                .entrySet()) {
            String tampered = Base64URL.encode(new JWTClaimsSet.Builder(claims)
                            .claim(change.getKey(), change.getValue())
                            .build()
                            .toString())
                    .toString();
            hostile.put(
                    "tampered " + change.getKey(),
                    "Bearer " + good.split("\\.", -1)[0] + "." + tampered + "." + signature);
        }
        byte[] flipped = new Base64URL(signature).decode();
        flipped[7] ^= 1;
        hostile.put(
                "tampered signature",
                "Bearer " + good.split("\\.", -1)[0] + "." + payload + "." + Base64URL.encode(flipped));
    }

    private static void forged(String good, Map<String, String> hostile) throws JOSEException, ParseException {
        SignedJWT real = SignedJWT.parse(good);
        JWTClaimsSet claims = real.getJWTClaimsSet();
        String kid = real.getHeader().getKeyID();
        RSAKey theirs = JWKSet.parse(Realm.keys()).getKeyByKeyId(kid).toRSAKey();
        byte[] pem = ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.encode(theirs.toRSAPublicKey().getEncoded()) + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        secrets.put("PEM", pem);
        secrets.put("DER", theirs.toRSAPublicKey().getEncoded());
        secrets.put("modulus", theirs.getModulus().decode());
        secrets.put("JWK", theirs.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
            for (JWSAlgorithm hmac : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS512)) {
                SignedJWT token = new SignedJWT(header(hmac).keyID(kid).build(), claims);
                token.sign(new MACSigner(secret.getValue()));
                hostile.put(hmac + " with the public key as " + secret.getKey(), "Bearer " + token.serialize());
            }
        }
        RSAKey mine = new RSAKeyGenerator(2048)
                .keyID("mine")
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        JWK open = mine.toPublicJWK();
        String here = "http://localhost:1/keys";
        put(
                hostile,
                "another key under the right kid",
                mine,
                header(JWSAlgorithm.RS256).keyID(kid),
                claims);
        put(
                hostile,
                "PS256 under the right kid",
                mine,
                header(JWSAlgorithm.PS256).keyID(kid),
                claims);
        put(
                hostile,
                "RS512 under the right kid",
                mine,
                header(JWSAlgorithm.RS512).keyID(kid),
                claims);
        put(hostile, "unknown kid", mine, header(JWSAlgorithm.RS256).keyID("mine"), claims);
        put(hostile, "unknown kid again", mine, header(JWSAlgorithm.RS256).keyID("mine2"), claims);
        put(
                hostile,
                "unknown kid a third time",
                mine,
                header(JWSAlgorithm.RS256).keyID("mine3"),
                claims);
        put(hostile, "a path for a kid", mine, header(JWSAlgorithm.RS256).keyID("../../../../dev/null"), claims);
        put(hostile, "SQL for a kid", mine, header(JWSAlgorithm.RS256).keyID("' OR '1'='1"), claims);
        put(hostile, "no kid", mine, header(JWSAlgorithm.RS256), claims);
        put(hostile, "jwk", mine, header(JWSAlgorithm.RS256).keyID(kid).jwk(open), claims);
        put(
                hostile,
                "jwk of its own kid",
                mine,
                header(JWSAlgorithm.RS256).keyID("mine").jwk(open),
                claims);
        put(hostile, "jku", mine, header(JWSAlgorithm.RS256).keyID("mine").jwkURL(URI.create(here)), claims);
        put(hostile, "x5u", mine, header(JWSAlgorithm.RS256).keyID("mine").x509CertURL(URI.create(here)), claims);
        put(
                hostile,
                "x5c",
                mine,
                header(JWSAlgorithm.RS256).keyID(kid).x509CertChain(List.of(Base64.encode(pem))),
                claims);
        put(
                hostile,
                "crit",
                mine,
                header(JWSAlgorithm.RS256).keyID(kid).criticalParams(java.util.Set.of("exp")),
                claims);
        for (String typ : List.of("at+jwt", "logout+jwt", "JOSE", "secevent+jwt")) {
            put(
                    hostile,
                    "typ " + typ,
                    mine,
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).type(new JOSEObjectType(typ)),
                    claims);
        }
        Date past = Date.from(Instant.now().minusSeconds(3_600));
        Date future = Date.from(Instant.now().plusSeconds(3_600));
        Map<String, JWTClaimsSet> wrong = new LinkedHashMap<>();
        wrong.put(
                "wrong iss",
                new JWTClaimsSet.Builder(claims)
                        .issuer("http://localhost:1/realms/entente")
                        .build());
        wrong.put(
                "iss with a slash",
                new JWTClaimsSet.Builder(claims)
                        .issuer(claims.getIssuer() + "/")
                        .build());
        wrong.put("no iss", new JWTClaimsSet.Builder(claims).issuer(null).build());
        wrong.put(
                "no aud",
                new JWTClaimsSet.Builder(claims).audience((String) null).build());
        wrong.put("no sub", new JWTClaimsSet.Builder(claims).subject(null).build());
        wrong.put(
                "no exp", new JWTClaimsSet.Builder(claims).expirationTime(null).build());
        wrong.put("no iat", new JWTClaimsSet.Builder(claims).issueTime(null).build());
        wrong.put(
                "expired", new JWTClaimsSet.Builder(claims).expirationTime(past).build());
        wrong.put(
                "not yet valid",
                new JWTClaimsSet.Builder(claims).notBeforeTime(future).build());
        for (Map.Entry<String, JWTClaimsSet> one : wrong.entrySet()) {
            put(hostile, one.getKey(), mine, header(JWSAlgorithm.RS256).keyID(kid), one.getValue());
        }
    }

    /** Tokens that are genuine, but of another kind, client, realm or time. */
    private static void otherKinds(Map<String, String> hostile) {
        JsonObject tokens = Realm.passwordTokens("entente-cli", "reis");
        hostile.put("ID token", "Bearer " + tokens.getString("id_token"));
        hostile.put("refresh token", "Bearer " + tokens.getString("refresh_token"));
        hostile.put("token of another realm", "Bearer " + User.freshToken("other", "mallory", "mallory-exercise"));
        Realm realm = Realm.administered();
        expect(201, realm.post("/clients", client()));
        try {
            hostile.put(
                    "genuine token without our audience",
                    "Bearer " + Realm.passwordTokens(WRONG_CLIENT, "reis").getString("access_token"));
        } finally {
            String id = Json.createReader(new java.io.StringReader(
                            realm.get("/clients?clientId=" + WRONG_CLIENT).body()))
                    .readArray()
                    .getJsonObject(0)
                    .getString("id");
            expect(204, realm.delete("/clients/" + id));
        }
    }

    private static JsonObject client() {
        return Json.createObjectBuilder()
                .add("clientId", WRONG_CLIENT)
                .add("publicClient", true)
                .add("directAccessGrantsEnabled", true)
                .add("standardFlowEnabled", false)
                .add("fullScopeAllowed", false)
                .add("defaultClientScopes", Json.createArrayBuilder().add("basic"))
                .build();
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT);
    }

    private static void put(
            Map<String, String> hostile, String name, RSAKey key, JWSHeader.Builder header, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(new RSASSASigner(key));
        hostile.put(name, "Bearer " + token.serialize());
    }

    private static JsonObject enabled(JsonObject user, boolean enabled) {
        return Json.createObjectBuilder(user).add("enabled", enabled).build();
    }

    private static void refusedWithin(Duration patience, String token) throws InterruptedException {
        Instant limit = Instant.now().plus(patience);
        while (asked("Bearer " + token).status() != 401) {
            assertTrue(Instant.now().isBefore(limit), "the token is still good");
            Thread.sleep(100);
        }
    }

    private static Answer asked(String authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(Platform.running().api() + "/products"));
        return User.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private static String told(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("connection");
        return answer.status() + "\n" + headers + "\n" + answer.body();
    }
}
