package org.entente.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The realm that Keycloak imports and the persons that the application knows are the same people. */
class RealmTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Accounts PERSONS = Accounts.of(HOME.resolve("deploy/world/mali-13"));

    @TempDir
    Path temporary;

    @Test
    void every_person_has_an_account_with_the_subject_computed_from_the_name() throws IOException {
        Map<String, JsonObject> users = users();
        assertEquals(36, PERSONS.all().size());
        assertEquals(
                PERSONS.all().stream().map(Accounts.Account::person).collect(Collectors.toCollection(TreeSet::new)),
                users.keySet());
        for (Accounts.Account person : PERSONS.all()) {
            String subject = UUID.nameUUIDFromBytes(("entente:" + person.person()).getBytes(StandardCharsets.UTF_8))
                    .toString();
            assertEquals(subject, person.subject());
            assertEquals(subject, user(person).getString("id"));
        }
    }

    @Test
    void every_account_can_sign_in_at_once_with_the_exercise_password_and_has_a_second_factor() throws IOException {
        users().forEach((person, user) -> {
            assertTrue(user.getJsonArray("requiredActions").isEmpty(), person);
            assertTrue(user.getBoolean("emailVerified"), person);
            List<JsonObject> credentials = user.getJsonArray("credentials").getValuesAs(JsonObject.class);
            assertEquals(person + "-exercise", credentials.get(0).getString("value"));
            assertEquals("otp", credentials.get(1).getString("type"));
            assertTrue(
                    credentials.get(1).getString("secretData").contains("\"entente-exercise-" + person + "\""), person);
        });
    }

    @Test
    void every_person_belongs_to_the_same_organisations_in_both() throws IOException {
        Map<String, Set<String>> members = new TreeMap<>();
        for (JsonObject organisation : realm().getJsonArray("organizations").getValuesAs(JsonObject.class)) {
            for (JsonObject member : organisation.getJsonArray("members").getValuesAs(JsonObject.class)) {
                members.computeIfAbsent(member.getString("username"), unused -> new TreeSet<>())
                        .add(organisation
                                .getJsonObject("attributes")
                                .getJsonArray("code")
                                .getString(0));
            }
        }
        for (Accounts.Account person : PERSONS.all()) {
            Set<String> claimed = user(person)
                    .getJsonObject("attributes")
                    .getJsonArray("organisations")
                    .getValuesAs(JsonString::getString)
                    .stream()
                    .collect(Collectors.toSet());
            assertEquals(new TreeSet<>(person.organisations()), members.get(person.person()), person.person());
            assertEquals(Set.copyOf(person.organisations()), claimed, person.person());
        }
    }

    @Test
    void only_the_command_line_client_may_take_a_password() throws IOException {
        for (JsonObject client : realm().getJsonArray("clients").getValuesAs(JsonObject.class)) {
            assertEquals(
                    client.getString("clientId").equals("entente-cli"),
                    client.getBoolean("directAccessGrantsEnabled"),
                    client.getString("clientId"));
            assertFalse(client.getBoolean("implicitFlowEnabled"));
        }
    }

    @Test
    void the_imported_file_names_this_folders_address_and_key_and_leaves_nothing_open() throws IOException {
        Secrets secrets = new Secrets(FileTree.makePrivate(temporary.resolve("secrets")));
        Path imports = temporary.resolve("import");
        new Realm(HOME, secrets, "http://localhost:8123").offer(imports, true);
        String text = Files.readString(imports.resolve("entente-realm.json"));
        assertFalse(text.contains("@web@") || text.contains("@jwks@") || text.contains("@operator@"));
        JsonObject web = parse(imports.resolve("entente-realm.json"))
                .getJsonArray("clients")
                .getJsonObject(0);
        assertEquals("http://localhost:8123", web.getString("rootUrl"));
        String keys = web.getJsonObject("attributes").getString("jwks.string");
        assertTrue(keys.contains("\"n\"") && !keys.contains("\"d\""), keys);
        assertTrue(Files.exists(imports.resolve("other-realm.json")));
    }

    @Test
    void only_for_tests_codes_follow_each_other_by_the_second_and_passwords_cost_nothing() throws IOException {
        String shipped = offered(false);
        assertEquals(PERSONS.all().size(), shipped.split("period..: 30,", -1).length - 1);
        assertTrue(shipped.contains("\"otpPolicyLookAheadWindow\": 1,"));
        assertTrue(shipped.contains("hashAlgorithm(argon2)"));
        String tested = offered(true);
        assertFalse(tested.contains("argon2"));
        assertEquals(PERSONS.all().size(), tested.split("period..: 1,", -1).length - 1);
        for (String realm : List.of(shipped, tested)) {
            assertTrue(realm.contains("\"otpPolicyCodeReusable\": false"), "each is good once");
        }
    }

    private String offered(boolean tests) throws IOException {
        Path folder = temporary.resolve("tests-" + tests);
        Secrets secrets = new Secrets(FileTree.makePrivate(folder.resolve("secrets")));
        new Realm(HOME, secrets, "http://localhost:8123").offer(folder.resolve("import"), tests);
        return Files.readString(folder.resolve("import/entente-realm.json"));
    }

    private static JsonObject user(Accounts.Account person) throws IOException {
        return Objects.requireNonNull(users().get(person.person()));
    }

    private static Map<String, JsonObject> users() throws IOException {
        return realm().getJsonArray("users").getValuesAs(JsonObject.class).stream()
                .filter(user -> !user.containsKey("serviceAccountClientId"))
                .collect(Collectors.toMap(user -> user.getString("username"), user -> user, (a, b) -> a, TreeMap::new));
    }

    private static JsonObject realm() throws IOException {
        return parse(HOME.resolve("deploy/keycloak/entente-realm.json"));
    }

    private static JsonObject parse(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
