package org.entente.handover;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.identity.Hat;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where plans and their items lie: the statements that find and keep them. Decides nothing. */
@ApplicationScoped
class PlanShelf {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** A signature under a plan. */
    record Signed(Act act, Side side, String organisation, String hat, Instant at, byte[] digest) {}

    /** A giver's answer for an item, or that there is none yet. */
    record Consent(
            String number,
            long item,
            String reference,
            String giver,
            Instant askedAt,
            Instant due,
            @Nullable Boolean granted,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy,
            @Nullable String reason,
            @Nullable String alternative,
            @Nullable String writtenReference) {}

    <T> T on(Sql.Work<T> work) {
        return Sql.on(database, work);
    }

    @Nullable
    Plan find(String number) {
        return find(number, "");
    }

    /** For a change: nobody else changes it until this transaction ends. */
    @Nullable
    Plan lock(String number) {
        return find(number, " FOR UPDATE");
    }

    private @Nullable Plan find(String number, String lock) {
        return on(c -> rows(c, "SELECT * FROM handover_plan WHERE number = ?" + lock, PlanShelf::plan, number)).stream()
                .findFirst()
                .orElse(null);
    }

    List<Plan> of(String organisation) {
        return on(c -> rows(
                c,
                "SELECT * FROM handover_plan WHERE predecessor = ? OR successor = ? ORDER BY toa DESC, id DESC",
                PlanShelf::plan,
                organisation,
                organisation));
    }

    /** Those whose instant has come and that are signed for. */
    List<Plan> due(Instant now) {
        return on(c -> rows(
                c,
                "SELECT * FROM handover_plan WHERE stage = 'READY' AND NOT suspended AND toa <= ? ORDER BY toa",
                PlanShelf::plan,
                now));
    }

    private static Plan plan(ResultSet r) throws SQLException {
        return new Plan(
                r.getLong("id"),
                r.getString("number"),
                r.getString("edge"),
                r.getString("from_mission"),
                r.getString("to_mission"),
                r.getString("predecessor"),
                r.getString("successor"),
                Objects.requireNonNull(instant(r, "toa")),
                Stage.valueOf(r.getString("stage")),
                r.getBoolean("suspended"),
                r.getBoolean("accelerated"),
                r.getString("cochair_from"),
                r.getString("cochair_to"),
                r.getString("drafted_by"),
                Objects.requireNonNull(instant(r, "drafted_at")),
                instant(r, "frozen_at"),
                r.getBytes("inventory"),
                instant(r, "executed_at"),
                instant(r, "closed_at"),
                r.getString("ended_why"),
                r.getString("lessons") == null ? "" : r.getString("lessons"));
    }

    void stage(Plan plan, Stage next) {
        on(c -> execute(
                c,
                "UPDATE handover_plan SET stage = ?, lock_version = lock_version + 1 WHERE id = ? AND stage = ?",
                next.name(),
                plan.id(),
                plan.stage().name()));
    }

    void set(Plan plan, String column, @Nullable Object value) {
        on(c -> execute(
                c,
                "UPDATE handover_plan SET " + column + " = ?, lock_version = lock_version + 1 WHERE id = ?",
                value,
                plan.id()));
    }

    List<Signed> signatures(Plan plan) {
        return on(c -> rows(
                c,
                "SELECT * FROM handover_signature WHERE plan = ? ORDER BY ordinal",
                r -> new Signed(
                        Act.valueOf(r.getString("act")),
                        r.getString("hat").equals(plan.cochairFrom()) ? Side.PREDECESSOR : Side.SUCCESSOR,
                        r.getString("organisation"),
                        r.getString("hat"),
                        Objects.requireNonNull(instant(r, "at")),
                        r.getBytes("digest")),
                plan.id()));
    }

    void sign(Plan plan, Act act, Hat hat, Instant at, byte[] digest, @Nullable String note) {
        on(c -> execute(
                c,
                "INSERT INTO handover_signature (plan, ordinal, act, organisation, person, hat, at, digest, note)"
                        + " SELECT ?, COALESCE(MAX(ordinal), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM handover_signature WHERE plan = ?",
                plan.id(),
                act.name(),
                hat.organisation(),
                hat.person(),
                hat.id(),
                at,
                digest,
                note,
                plan.id()));
    }

    List<Item> items(Plan plan) {
        return items("plan = ? ORDER BY id", plan.id());
    }

    @Nullable
    Item item(Plan plan, String reference) {
        return items("plan = ? AND reference = ?", plan.id(), reference).stream()
                .findFirst()
                .orElse(null);
    }

    private List<Item> items(String where, Object... parameters) {
        return on(c -> rows(c, "SELECT * FROM handover_item WHERE " + where, PlanShelf::item, parameters));
    }

    private static Item item(ResultSet r) throws SQLException {
        long product = r.getLong("product_id");
        boolean none = r.wasNull();
        Set<Barrier> barriers = EnumSet.noneOf(Barrier.class);
        Arrays.stream(r.getString("barriers").split(" "))
                .filter(word -> !word.isEmpty())
                .map(Barrier::valueOf)
                .forEach(barriers::add);
        String disposition = r.getString("disposition");
        String outcome = r.getString("outcome");
        return new Item(
                r.getLong("id"),
                r.getString("kind"),
                r.getString("reference"),
                none ? null : product,
                r.getInt("version_no"),
                r.getBytes("content_hash"),
                r.getString("originator"),
                r.getString("marking"),
                r.getString("level"),
                barriers,
                r.getBoolean("addendum"),
                disposition == null ? null : Disposition.valueOf(disposition),
                r.getString("reason"),
                r.getString("substitute"),
                r.getString("retention"),
                r.getBoolean("legal_hold"),
                r.getBoolean("downgrade"),
                outcome == null ? null : Outcome.valueOf(outcome),
                instant(r, "outcome_at"),
                r.getString("outcome_why"),
                r.getString("certificate"),
                r.getString("register_out"),
                r.getString("register_in"));
    }

    List<Consent> consents(Plan plan) {
        return consents("i.plan = ?", plan.id());
    }

    /** What an organisation is asked, of every plan. */
    List<Consent> asked(String giver) {
        return consents("q.giver = ?", giver);
    }

    /** Those of these questions that a giver is asked. */
    List<Consent> asked(String giver, Set<String> numbers) {
        List<Object> parameters = new ArrayList<>(numbers);
        parameters.addFirst(giver);
        String marks = String.join(", ", Collections.nCopies(numbers.size(), "?"));
        return consents("q.giver = ? AND q.number IN (" + marks + ")", parameters.toArray());
    }

    /** Whose plan a question belongs to. */
    String predecessor(String consent) {
        return on(c -> rows(
                        c,
                        "SELECT h.predecessor FROM handover_consent q JOIN handover_item i ON i.id = q.item"
                                + " JOIN handover_plan h ON h.id = i.plan WHERE q.number = ?",
                        r -> r.getString(1),
                        consent))
                .getFirst();
    }

    List<Consent> consents(String where, Object... parameters) {
        return on(c -> rows(
                c,
                "SELECT q.*, i.reference FROM handover_consent q JOIN handover_item i ON i.id = q.item WHERE " + where
                        + " ORDER BY q.id",
                r -> {
                    boolean granted = r.getBoolean("granted");
                    boolean open = r.wasNull();
                    return new Consent(
                            r.getString("number"),
                            r.getLong("item"),
                            r.getString("reference"),
                            r.getString("giver"),
                            Objects.requireNonNull(instant(r, "asked_at")),
                            Objects.requireNonNull(instant(r, "due")),
                            open ? null : granted,
                            instant(r, "answered_at"),
                            r.getString("answered_by"),
                            r.getString("reason"),
                            r.getString("alternative"),
                            r.getString("reference_text"));
                },
                parameters));
    }

    /** For each item of a plan, who has consented. */
    Map<Long, Set<String>> consented(Plan plan) {
        Map<Long, Set<String>> consented = new HashMap<>();
        for (Consent consent : consents(plan)) {
            if (Boolean.TRUE.equals(consent.granted())) {
                consented.computeIfAbsent(consent.item(), i -> new HashSet<>()).add(consent.giver());
            }
        }
        return consented;
    }

    /** Who has custody of a plan's products by earlier handovers; what is not among them is its originator's. */
    Map<Long, String> custodians(Plan plan) {
        Map<Long, String> custodians = new HashMap<>();
        on(c -> rows(
                c,
                "SELECT k.product_id, k.to_org FROM custody k JOIN handover_item i ON i.product_id = k.product_id"
                        + " WHERE i.plan = ? AND k.kind = 'TRANSFER' ORDER BY k.product_id, k.ordinal",
                r -> custodians.put(r.getLong(1), r.getString(2)),
                plan.id()));
        return custodians;
    }

    static int batch(Connection c, String sql, List<Object[]> rows) throws SQLException {
        try (var statement = c.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            return rows.isEmpty() ? 0 : statement.executeBatch().length;
        }
    }
}
