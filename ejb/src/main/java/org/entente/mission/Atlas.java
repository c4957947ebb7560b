package org.entente.mission;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.gate.ActRows;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Reads missions and their relations, for whoever needs them. */
@ApplicationScoped
public class Atlas implements ActRow.Kept {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Two missions' relation, with who agreed to it. */
    private static final ActRow RELATION = ActRow.of(
            "relation",
            "mission_edge",
            "t.number",
            "t.from_mission",
            "t.to_mission",
            "t.type",
            "t.valid_from",
            "t.valid_to",
            "t.overlap_from",
            "t.review_due",
            ActRow.all(
                    "mission_edge_agreement",
                    "o.edge = t.number",
                    "organisation",
                    "o.organisation",
                    "o.hat",
                    "o.agreed_at"));

    @Inject
    private ActRows rows;

    @Override
    public List<ActRow> actRows() {
        return List.of(RELATION);
    }

    /** What the missions' file has just brought; what acts made of it since stays. */
    void brought(String relation) {
        if (!rows.bound(RELATION, relation)) {
            made(relation);
        }
    }

    /** What an act has just written of a relation. */
    void made(String relation) {
        rows.made(RELATION, "t.number = ?", relation);
    }

    public List<MissionView> missions() {
        return Sql.on(database, c -> missions(c, "TRUE"));
    }

    public @Nullable MissionView find(String code) {
        return Sql.on(database, c -> missions(c, "m.code = ?", code)).stream()
                .findFirst()
                .orElse(null);
    }

    MissionView mission(String code) {
        return Objects.requireNonNull(find(code), "a mission was changed that is not there");
    }

    public List<RelationView> relations() {
        return Sql.on(database, c -> relations(c, "TRUE"));
    }

    /** One that its missions' leads agreed to; it is refused to go by any other. */
    public @Nullable RelationView relation(String number) {
        rows.check(RELATION, "t.number = ?", number);
        return Sql.on(database, c -> relations(c, "number = ?", number)).stream()
                .findFirst()
                .orElse(null);
    }

    private static List<MissionView> missions(Connection c, String where, Object... parameters) throws SQLException {
        return rows(
                c,
                "SELECT m.* FROM mission m WHERE " + where + " ORDER BY m.code",
                r -> {
                    String code = r.getString("code");
                    return new MissionView(
                            code,
                            r.getString("name").isEmpty() ? code : r.getString("name"),
                            r.getString("mandate"),
                            r.getString("host_state"),
                            rows(
                                    c,
                                    "SELECT organisation FROM mission_lead WHERE mission = ? AND left_at IS NULL ORDER BY organisation",
                                    l -> l.getString(1),
                                    code),
                            instant(r, "begins"),
                            new Ends(
                                    instant(r, "legal_end"),
                                    instant(r, "operational_end"),
                                    instant(r, "realignment_end"),
                                    instant(r, "liquidation_end")),
                            dated(
                                    c,
                                    "SELECT state name, valid_from, valid_to FROM mission_contributor WHERE mission = ? ORDER BY state",
                                    code),
                            dated(
                                    c,
                                    "SELECT name, valid_from, valid_to FROM mission_phase WHERE mission = ? ORDER BY valid_from, id",
                                    code),
                            rows(
                                    c,
                                    "SELECT * FROM benchmark WHERE mission = ? ORDER BY id",
                                    b -> new MissionView.BenchmarkView(
                                            b.getString("number"),
                                            b.getString("text"),
                                            b.getString("source"),
                                            b.getString("owner"),
                                            BenchmarkStatus.valueOf(b.getString("status")),
                                            b.getString("evidence")),
                                    code));
                },
                parameters);
    }

    private static List<MissionView.Dated> dated(Connection c, String sql, String mission) throws SQLException {
        return rows(
                c,
                sql,
                r -> new MissionView.Dated(r.getString("name"), instant(r, "valid_from"), instant(r, "valid_to")),
                mission);
    }

    private static List<RelationView> relations(Connection c, String where, Object... parameters) throws SQLException {
        return rows(
                c,
                "SELECT * FROM mission_edge WHERE " + where + " ORDER BY COALESCE(valid_from, '1900-01-01'), id",
                r -> new RelationView(
                        r.getString("number"),
                        r.getString("from_mission"),
                        r.getString("to_mission"),
                        RelationType.valueOf(r.getString("type")),
                        instant(r, "valid_from"),
                        instant(r, "valid_to"),
                        instant(r, "overlap_from"),
                        instant(r, "review_due"),
                        rows(
                                c,
                                "SELECT organisation FROM mission_edge_agreement WHERE edge = ? ORDER BY organisation",
                                a -> a.getString(1),
                                r.getString("number"))),
                parameters);
    }
}
