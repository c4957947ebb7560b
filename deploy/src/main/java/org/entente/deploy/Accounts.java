package org.entente.deploy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The persons of the exercise, as persons.json lists them. */
record Accounts(List<Account> all) {

    record Account(String person, String name, String subject, List<String> organisations, String language) {
        Account {
            organisations = List.copyOf(organisations);
        }
    }

    Accounts {
        all = List.copyOf(all);
    }

    static Accounts of(Path world) {
        try (Reader text = Files.newBufferedReader(world.resolve("persons.json"));
                JsonReader reader = Json.createReader(text)) {
            return new Accounts(reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(Accounts::account)
                    .toList());
        } catch (IOException e) {
            throw new CannotRun("The persons of the exercise cannot be read: " + e.getMessage() + ".", e);
        }
    }

    String table() {
        return all.stream()
                .map(a -> "    %-10s %-22s %s".formatted(a.person(), a.name(), String.join(" + ", a.organisations())))
                .collect(Collectors.joining("\n"));
    }

    private static Account account(JsonObject json) {
        return new Account(
                json.getString("person"),
                json.getString("name"),
                json.getString("subject"),
                json.getJsonArray("organisations").getValuesAs(JsonString::getString),
                json.getString("language"));
    }
}
