package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.identity.Role;

/** Loads {@code release.json}: the production plan, partners' security forces, who owes due diligence, and reviews so far. */
@ApplicationScoped
public class ReleaseFile {
    @Inject
    private Plan plan;

    @Inject
    private Forces forces;

    /** In the caller's transaction; what is there already is brought up to date. */
    public void load(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            JsonObject all = reader.readObject();
            for (JsonObject row : all.getJsonArray("plan").getValuesAs(JsonObject.class)) {
                for (JsonString type : row.getJsonArray("types").getValuesAs(JsonString.class)) {
                    plan.keep(
                            row.getString("organisation"),
                            type.getString(),
                            new Plan.Authority(Role.valueOf(row.getString("role")), row.getString("ceiling", null)));
                }
            }
            all.getJsonArray("dueDiligence").getValuesAs(JsonString.class).forEach(o -> forces.owes(o.getString()));
            for (JsonObject row : all.getJsonArray("forces").getValuesAs(JsonObject.class)) {
                forces.keep(row.getString("code"), row.getString("organisation"), row.getString("name"));
            }
            for (JsonObject row : all.getJsonArray("reviews").getValuesAs(JsonObject.class)) {
                boolean there = forces.all(row.getString("organisation")).stream()
                        .anyMatch(f -> f.code().equals(row.getString("force")) && f.risk() != null);
                if (!there) {
                    forces.review(
                            row.getString("organisation"),
                            row.getString("force"),
                            Risk.valueOf(row.getString("risk")),
                            row.getString("mitigation", null),
                            row.getString("reviewer"),
                            java.time.Instant.parse(row.getString("from")),
                            null);
                }
            }
        }
    }
}
