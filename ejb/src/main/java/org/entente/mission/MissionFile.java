package org.entente.mission;

import static org.entente.world.Sql.execute;

import jakarta.annotation.Resource;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a file says of missions beside them; what is known already is left as it is. Two persons write it off line, so its
 * leads and those of its relations count as agreed, from the date that it gives. In the caller's transaction.
 */
@ApplicationScoped
public class MissionFile {
    @Inject
    private Atlas atlas;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    public void load(Path file) throws IOException {
        JsonObject all;
        try (Reader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            all = reader.readObject();
        }
        Sql.on(database, c -> {
            for (JsonObject mission : all.getJsonArray("missions").getValuesAs(JsonObject.class)) {
                mission(c, mission);
            }
            for (JsonObject edge : all.getJsonArray("relations").getValuesAs(JsonObject.class)) {
                execute(
                        c,
                        "INSERT IGNORE INTO mission_edge (number, from_mission, to_mission, type, valid_from, valid_to,"
                                + " overlap_from, review_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        edge.getString("number"),
                        edge.getString("from"),
                        edge.getString("to"),
                        RelationType.valueOf(edge.getString("type")).name(),
                        at(edge, "validFrom"),
                        at(edge, "validTo"),
                        at(edge, "overlapFrom"),
                        at(edge, "reviewDue"));
                execute(
                        c,
                        "INSERT IGNORE INTO mission_edge_agreement (edge, organisation, agreed_at) SELECT DISTINCT e.number,"
                                + " l.organisation, ? FROM mission_edge e JOIN mission_lead l ON l.mission IN"
                                + " (e.from_mission, e.to_mission) WHERE e.number = ? AND NOT EXISTS (SELECT 1 FROM"
                                + " mission_edge_agreement a WHERE a.edge = e.number)",
                        at(edge, "validFrom"),
                        edge.getString("number"));
                atlas.brought(edge.getString("number"));
            }
            return 0;
        });
    }

    private static void mission(Connection c, JsonObject mission) throws SQLException {
        String code = mission.getString("code");
        execute(
                c,
                "UPDATE mission SET name = ?, mandate = ?, begins = ?, legal_end = ?, operational_end = ?, realignment_end = ?,"
                        + " liquidation_end = ? WHERE code = ? AND name = ''",
                mission.getString("name"),
                mission.getString("mandate"),
                at(mission, "begins"),
                at(mission, "legalEnd"),
                at(mission, "operationalEnd"),
                at(mission, "realignmentEnd"),
                at(mission, "liquidationEnd"),
                code);
        for (JsonString lead : mission.getJsonArray("leads").getValuesAs(JsonString.class)) {
            execute(
                    c,
                    "INSERT IGNORE INTO mission_lead (mission, organisation, agreed_at) VALUES (?, ?, ?)",
                    code,
                    lead.getString(),
                    at(mission, "begins"));
        }
        for (JsonString state : mission.getJsonArray("contributors").getValuesAs(JsonString.class)) {
            execute(
                    c,
                    "INSERT IGNORE INTO mission_contributor (mission, state, valid_from) VALUES (?, ?, ?)",
                    code,
                    state.getString(),
                    at(mission, "begins"));
        }
        for (JsonObject phase : mission.getJsonArray("phases").getValuesAs(JsonObject.class)) {
            execute(
                    c,
                    "INSERT INTO mission_phase (mission, name, valid_from, valid_to) SELECT ?, ?, ?, ? FROM DUAL WHERE NOT EXISTS"
                            + " (SELECT 1 FROM mission_phase WHERE mission = ? AND name = ?)",
                    code,
                    phase.getString("name"),
                    at(phase, "from"),
                    at(phase, "to"),
                    code,
                    phase.getString("name"));
        }
        for (JsonObject benchmark : mission.getJsonArray("benchmarks").getValuesAs(JsonObject.class)) {
            execute(
                    c,
                    "INSERT IGNORE INTO benchmark (number, mission, text, source, owner, status, changed_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    benchmark.getString("number"),
                    code,
                    benchmark.getString("text"),
                    benchmark.getString("source"),
                    benchmark.getString("owner"),
                    BenchmarkStatus.valueOf(benchmark.getString("status")).name(),
                    at(mission, "begins"));
        }
    }

    private static @Nullable Instant at(JsonObject object, String name) {
        return object.isNull(name) ? null : Instant.parse(object.getString(name));
    }
}
