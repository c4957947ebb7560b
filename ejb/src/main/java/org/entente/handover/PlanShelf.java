package org.entente.handover;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.gate.ActRows;
import org.entente.identity.Hat;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where plans and their items lie: the statements that find and keep them. Decides nothing. */
@ApplicationScoped
class PlanShelf implements ActRow.Kept {
    /** A plan with its signatures, whom it re-hats and what is left to whom. */
    private static final ActRow PLAN = ActRow.of(
            "handover",
            "handover_plan",
            "t.number",
            "t.edge",
            "t.from_mission",
            "t.to_mission",
            "t.predecessor",
            "t.successor",
            "t.toa",
            "t.stage",
            "t.suspended",
            "t.accelerated",
            "t.cochair_from",
            "t.cochair_to",
            "t.drafted_by",
            "HEX(t.inventory)",
            "t.executed_at",
            "t.closed_at",
            "t.agreed_round",
            "t.ready_round",
            ActRow.all(
                    "handover_signature",
                    "o.plan = t.id",
                    "ordinal",
                    "o.act",
                    "o.organisation",
                    "o.person",
                    "o.hat",
                    "o.at",
                    "HEX(o.digest)",
                    "o.round"),
            ActRow.all(
                    "handover_person",
                    "o.plan = t.id",
                    "id",
                    "o.old_hat",
                    "o.person",
                    "o.new_hat",
                    "o.roles",
                    "o.post",
                    "o.clearance",
                    "o.deadline",
                    "o.act"),
            ActRow.all(
                    "residual_access",
                    "o.plan = t.id",
                    "id",
                    "o.hat",
                    "o.purpose",
                    "o.valid_to",
                    "o.asked_by",
                    "o.approved_from",
                    "o.approved_to",
                    "o.from_person",
                    "o.to_person"));

    /** A giver's answer. */
    private static final ActRow CONSENT = ActRow.of(
                    "handover-consent",
                    "handover_consent",
                    "t.number",
                    "t.item",
                    "t.giver",
                    "t.granted",
                    "t.answered_at",
                    "t.answered_by",
                    "t.reference_text")
            .only("t.granted IS NOT NULL");

    @Inject
    private ActRows rows;

    /** So many are looked up one by one; of more, a plan's are looked through. */
    private static final int FEW = 500;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** A signature under a plan. */
    record Signed(
            Act act, Side side, String organisation, String person, String hat, Instant at, byte[] digest, int round) {}

    /** A giver's answer for an item, or that there is none yet. */
    record Consent(
            String number,
            String plan,
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

    @Override
    public List<ActRow> actRows() {
        return List.of(PLAN, CONSENT);
    }

    <T> T on(Sql.Work<T> work) {
        return Sql.on(database, work);
    }

    @Nullable
    Plan find(String number) {
        return find(number, "");
    }

    /** For a change: nobody else changes it until this transaction ends, and it is as the last act left it. */
    @Nullable
    Plan lock(String number) {
        Plan plan = find(number, " FOR UPDATE");
        rows.held(PLAN, () -> {}, "t.number = ?", number);
        return plan;
    }

    /** One that the act under way drew up. */
    void made(String number) {
        rows.made(PLAN, "t.number = ?", number);
    }

    /** What givers have just answered. */
    void answered(Collection<String> numbers) {
        rows.made(CONSENT, "t.number IN (" + Choice.marks(numbers.size()) + ")", numbers.toArray());
    }

    /** Refuses to count answers that nobody gave. */
    void checkAnswers(Plan plan) {
        rows.check(CONSENT, "t.item IN (SELECT i.id FROM handover_item i WHERE i.plan = ?)", plan.id());
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

    /** Plans of the mission that a product was written in, by its organisation as the predecessor. */
    List<Plan> holding(String product) {
        return on(c -> rows(
                c,
                "SELECT h.* FROM handover_plan h JOIN product p ON p.mission = h.from_mission AND p.originator = h.predecessor"
                        + " WHERE p.number = ?",
                PlanShelf::plan,
                product));
    }

    List<Plan> all() {
        return on(c -> rows(c, "SELECT * FROM handover_plan ORDER BY toa DESC, id DESC", PlanShelf::plan));
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
                r.getString("lessons") == null ? "" : r.getString("lessons"),
                r.getInt("agreed_round"),
                r.getInt("ready_round"),
                instant(r, "failed_at"),
                r.getString("failed_why"));
    }

    void stage(Plan plan, Stage next) {
        on(c -> execute(
                c,
                "UPDATE handover_plan SET stage = ?, failed_at = NULL, failed_why = NULL, lock_version = lock_version + 1"
                        + " WHERE id = ? AND stage = ?",
                next.name(),
                plan.id(),
                plan.stage().name()));
    }

    /** That its instant has come and authority could not pass, until it comes to another stage. */
    void failed(Plan plan, Instant at, String why) {
        on(c -> execute(
                c,
                "UPDATE handover_plan SET failed_at = ?, failed_why = ?, lock_version = lock_version + 1 WHERE id = ?",
                at,
                why,
                plan.id()));
    }

    void set(Plan plan, String column, @Nullable Object value) {
        on(c -> execute(
                c,
                "UPDATE handover_plan SET " + column + " = ?, lock_version = lock_version + 1 WHERE id = ?",
                value,
                plan.id()));
    }

    /** No signature from before stands again. */
    void round(Plan plan, String column) {
        on(c -> execute(c, "UPDATE handover_plan SET " + column + " = " + column + " + 1 WHERE id = ?", plan.id()));
    }

    List<Signed> signatures(Plan plan) {
        return on(c -> rows(
                c,
                "SELECT * FROM handover_signature WHERE plan = ? ORDER BY ordinal",
                r -> new Signed(
                        Act.valueOf(r.getString("act")),
                        r.getString("hat").equals(plan.cochairFrom()) ? Side.PREDECESSOR : Side.SUCCESSOR,
                        r.getString("organisation"),
                        r.getString("person"),
                        r.getString("hat"),
                        Objects.requireNonNull(instant(r, "at")),
                        r.getBytes("digest"),
                        r.getInt("round")),
                plan.id()));
    }

    void sign(Plan plan, Act act, Hat hat, Instant at, byte[] digest, @Nullable String note) {
        on(c -> execute(
                c,
                "INSERT INTO handover_signature (plan, ordinal, act, organisation, person, hat, at, digest, note, round)"
                        + " SELECT ?, COALESCE(MAX(ordinal), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM handover_signature WHERE plan = ?",
                plan.id(),
                act.name(),
                hat.organisation(),
                hat.person(),
                hat.id(),
                at,
                digest,
                note,
                plan.round(act),
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

    private List<Item> items(String where, @Nullable Object... parameters) {
        return on(c -> rows(c, "SELECT * FROM handover_item WHERE " + where, PlanShelf::item, parameters));
    }

    /** Those that the choice admits, in the order of their references, which is that of the index. */
    List<Item> items(Plan plan, Choice choice) {
        return items(choice.condition() + " ORDER BY reference", choice.parameters(plan));
    }

    /** Of a plan in a hurry, in the order of work (HND-13). */
    List<Item> page(Plan plan, Choice choice, int from, int limit) {
        return items(
                choice.condition() + (plan.accelerated() ? " ORDER BY priority, reference" : " ORDER BY reference")
                        + " LIMIT " + limit + " OFFSET " + from,
                choice.parameters(plan));
    }

    int count(Plan plan, Choice choice) {
        return on(c -> rows(
                        c,
                        "SELECT COUNT(*) FROM handover_item WHERE " + choice.condition(),
                        r -> r.getInt(1),
                        choice.parameters(plan)))
                .getFirst();
    }

    List<String> references(Plan plan, Choice choice) {
        return on(c -> rows(
                c,
                "SELECT reference FROM handover_item WHERE " + choice.condition() + " ORDER BY reference",
                r -> r.getString(1),
                choice.parameters(plan)));
    }

    /** Everything that is counted of a plan's items, in one look. */
    List<Tally> tallies(Plan plan) {
        return on(c -> rows(
                c,
                "SELECT level, barriers, disposition, outcome, addendum, COUNT(*) items FROM handover_item WHERE plan = ?"
                        + " GROUP BY level COLLATE utf8mb4_bin, barriers, disposition, outcome, addendum",
                r -> new Tally(
                        r.getString("level"),
                        barriers(r),
                        disposition(r),
                        outcome(r),
                        r.getBoolean("addendum"),
                        r.getInt("items")),
                plan.id()));
    }

    private static Set<Barrier> barriers(ResultSet r) throws SQLException {
        Set<Barrier> barriers = EnumSet.noneOf(Barrier.class);
        Arrays.stream(r.getString("barriers").split(" "))
                .filter(word -> !word.isEmpty())
                .map(Barrier::valueOf)
                .forEach(barriers::add);
        return barriers;
    }

    private static @Nullable Disposition disposition(ResultSet r) throws SQLException {
        String disposition = r.getString("disposition");
        return disposition == null ? null : Disposition.valueOf(disposition);
    }

    private static @Nullable Outcome outcome(ResultSet r) throws SQLException {
        String outcome = r.getString("outcome");
        return outcome == null ? null : Outcome.valueOf(outcome);
    }

    private static Item item(ResultSet r) throws SQLException {
        long product = r.getLong("product_id");
        boolean none = r.wasNull();
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
                barriers(r),
                r.getBoolean("addendum"),
                disposition(r),
                r.getString("reason"),
                r.getString("substitute"),
                r.getString("retention"),
                r.getBoolean("legal_hold"),
                outcome(r),
                instant(r, "outcome_at"),
                r.getString("outcome_why"),
                r.getString("certificate"),
                r.getString("register_out"),
                r.getString("register_in"),
                r.getInt("priority"),
                r.getBytes("salt") == null ? new byte[0] : r.getBytes("salt"));
    }

    List<Consent> consents(Plan plan) {
        return consents("i.plan = ?", plan.id());
    }

    /** Of some items; asked for one by one as long as they are few. */
    List<Consent> consents(Plan plan, List<Item> items) {
        return items.size() > FEW ? consents(plan) : consents("q.item" + among(items), ids(items));
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
                "SELECT q.*, i.reference, h.number plan_number FROM handover_consent q JOIN handover_item i ON i.id = q.item"
                        + " JOIN handover_plan h ON h.id = i.plan WHERE " + where
                        + " ORDER BY q.id",
                r -> {
                    boolean granted = r.getBoolean("granted");
                    boolean open = r.wasNull();
                    return new Consent(
                            r.getString("number"),
                            r.getString("plan_number"),
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

    /** For each item, who has consented. */
    static Map<Long, Set<String>> consented(List<Consent> consents) {
        Map<Long, Set<String>> consented = new HashMap<>();
        for (Consent consent : consents) {
            if (Boolean.TRUE.equals(consent.granted())) {
                consented.computeIfAbsent(consent.item(), i -> new HashSet<>()).add(consent.giver());
            }
        }
        return consented;
    }

    private static String among(List<Item> items) {
        return items.isEmpty() ? " IN (NULL)" : " IN (" + Choice.marks(items.size()) + ")";
    }

    private static Object[] ids(List<Item> items) {
        return items.stream().map(Item::id).toArray();
    }

    /** Who has custody of items' products by earlier handovers; what is not among them is its originator's. */
    Map<Long, String> custodians(Plan plan, List<Item> items) {
        Map<Long, String> custodians = new HashMap<>();
        boolean few = items.size() <= FEW;
        on(c -> rows(
                c,
                "SELECT k.product_id, k.to_org FROM custody k JOIN handover_item i ON i.product_id = k.product_id"
                        + " WHERE " + (few ? "i.id" + among(items) : "i.plan = ?")
                        + " AND k.kind = 'TRANSFER' ORDER BY k.product_id, k.ordinal",
                r -> custodians.put(r.getLong(1), r.getString(2)),
                few ? ids(items) : new Object[] {plan.id()}));
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
