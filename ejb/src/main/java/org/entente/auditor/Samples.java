package org.entente.auditor;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Random samples of classification decisions (AUD-08). Whoever has the seed draws the same products again: those published before
 * the sample was ordered, in the order of the hash of seed and number. What was drawn is kept.
 */
@Stateless
public class Samples {
    public static final int MOST = 200;

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST = 4_000;
    private static final int SHOWN = 200;

    @Inject
    private Gate gate;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private record Drawn(String product, int version, String marking) {}

    private record Head(long id, SampleView view) {}

    /**
     * Draws a sample of one's own organisation; the joint auditor names one. The same order again is the same sample.
     *
     * @param organisation null for one's own
     */
    @Operation(Action.DRAW_SAMPLE)
    public SampleView draw(int year, int size, @Nullable String seed, @Nullable String organisation) {
        Scope scope = Scope.of(gate.hat(), gate.moment());
        gate.asked(organisation);
        String whose = whose(scope, organisation);
        check(year, size, seed);
        String planted = Objects.requireNonNull(seed);
        String number = Sql.on(database, c -> {
            List<String> before = rows(
                    c,
                    "SELECT number FROM audit_sample WHERE organisation = ? AND year = ? AND size = ? AND seed = ?",
                    r -> r.getString(1),
                    whose,
                    year,
                    size,
                    planted);
            return before.isEmpty() ? drawn(c, scope, whose, year, size, planted) : before.getFirst();
        });
        gate.decideOwn(number, whose, null, true);
        gate.notes("sample of " + whose + " " + year + " size=" + size + " seed=" + planted);
        return Sql.on(database, c -> whole(c, scope, number));
    }

    private static String whose(Scope scope, @Nullable String organisation) {
        if (organisation == null) {
            if (scope.own() == null) {
                throw Refused.objected("objections", "organisation", "AUD-08", "Name the organisation.");
            }
            return scope.own();
        }
        boolean known = scope.moment().world().hats().stream()
                .anyMatch(h -> h.organisation().equals(organisation));
        if (!known || !scope.isOwn(organisation)) {
            throw Refused.objected(
                    "objections",
                    "organisation",
                    "AUD-08",
                    "A sample is drawn from one's own organisation's products.");
        }
        return organisation;
    }

    private static void check(int year, int size, @Nullable String seed) {
        Objections objections = new Objections();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            objections.add("year", "AUD-08", "A year is " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
        if (size < 1 || size > MOST) {
            objections.add("size", "AUD-08", "A sample has 1 to " + MOST + " products.");
        }
        if (seed == null || !seed.matches("[\\x21-\\x7e]{1,80}")) {
            objections.add("seed", "AUD-08", "A seed has 1 to 80 ASCII characters without blanks.");
        }
        objections.throwIfAny("objections", "No sample is drawn like this.");
    }

    private String drawn(Connection c, Scope scope, String organisation, int year, int size, String seed)
            throws SQLException {
        Instant now = scope.now();
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to = LocalDate.of(year + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Drawn> all = rows(
                        c,
                        "SELECT p.number, p.version_no, v.marking FROM product p JOIN product_version v"
                                + " ON v.product_id = p.id AND v.version_no = p.version_no WHERE p.originator = ?"
                                + " AND p.published >= ? AND p.published < ? AND p.published <= ?"
                                + " AND (p.withdrawn_at IS NULL OR p.withdrawn_at > ?)"
                                + " ORDER BY SHA2(CONCAT(?, ' ', p.number), 256), p.number",
                        r -> new Drawn(r.getString(1), r.getInt(2), r.getString(3)),
                        organisation,
                        from,
                        to,
                        now,
                        now,
                        seed)
                .stream()
                .filter(d -> AccessQuestions.classified(scope, organisation, d.marking))
                .toList();
        String number = Numbers.draw("SMP");
        execute(
                c,
                "INSERT INTO audit_sample (number, organisation, year, size, seed, population, ordered_at, by_hat)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                organisation,
                year,
                size,
                seed,
                all.size(),
                now,
                gate.hat().id());
        int ordinal = 0;
        for (Drawn one : all.subList(0, Math.min(size, all.size()))) {
            execute(
                    c,
                    "INSERT INTO audit_sample_item (sample_id, ordinal, product, version, marking)"
                            + " SELECT id, ?, ?, ?, ? FROM audit_sample WHERE number = ?",
                    ++ordinal,
                    one.product,
                    one.version,
                    one.marking,
                    number);
        }
        return number;
    }

    /** Samples of one's own organisation, newest first, without their products. */
    @Operation(Action.SEE_SAMPLES)
    public List<SampleView> list() {
        gate.sight();
        Scope scope = Scope.of(gate.hat(), gate.moment());
        gate.notes("samples");
        return Sql.on(database, c -> heads(c, scope, "TRUE")).stream()
                .map(Head::view)
                .toList();
    }

    @Operation(Action.SEE_SAMPLES)
    public SampleView see(String number) {
        gate.asked(number);
        Scope scope = Scope.of(gate.hat(), gate.moment());
        return Sql.on(database, c -> whole(c, scope, number));
    }

    /** Writes down what was found about one product; several things may be, or that there is nothing. */
    @Operation(Action.RECORD_FINDING)
    public SampleView find(String number, String product, @Nullable String type, @Nullable String note) {
        gate.asked(number);
        Scope scope = Scope.of(gate.hat(), gate.moment());
        SampleView sample = Sql.on(database, c -> whole(c, scope, number));
        SampleView.Item item = sample.items().stream()
                .filter(i -> i.product().equals(product))
                .findFirst()
                .orElseThrow(Refused::notFound);
        gate.decideOwn(number, sample.organisation(), null, true);
        Discrepancy found = check(item, type, note);
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO audit_sample_finding (sample_id, product, type, note, at, by_hat)"
                                + " SELECT id, ?, ?, ?, ?, ? FROM audit_sample WHERE number = ?",
                        product,
                        found.name(),
                        note == null || note.isBlank() ? null : note.strip(),
                        scope.now(),
                        gate.hat().id(),
                        number));
        gate.notes("found " + found + " in " + product);
        return Sql.on(database, c -> whole(c, scope, number));
    }

    private static Discrepancy check(SampleView.Item item, @Nullable String type, @Nullable String note) {
        Objections objections = new Objections();
        Discrepancy found = objections.word(Discrepancy.class, type, "type", "AUD-08");
        if (found == null && objections.none()) {
            objections.add("type", "AUD-08", "Say what was found.");
        }
        if (note != null && note.length() > LONGEST) {
            objections.add("note", "AUD-08", "A note has at most " + LONGEST + " characters.");
        }
        if (found == Discrepancy.OTHER && (note == null || note.isBlank())) {
            objections.add("note", "AUD-08", "Say what it is.");
        }
        boolean none = item.findings().stream().anyMatch(f -> f.type() == Discrepancy.NONE);
        if (found != null
                && (none || (found == Discrepancy.NONE && !item.findings().isEmpty()))) {
            objections.add("type", "AUD-08", "Either there is no discrepancy, or there are some.");
        } else if (item.findings().stream().anyMatch(f -> f.type() == found)) {
            objections.add("type", "AUD-08", "This has been found already.");
        }
        objections.throwIfAny("objections", "The finding cannot be recorded like this.");
        return Objects.requireNonNull(found);
    }

    /** What was found, by organisation, year and type. */
    @Operation(Action.SEE_SAMPLES)
    public List<SampleStatistic> statistics() {
        gate.sight();
        gate.notes("statistics");
        Scope scope = Scope.of(gate.hat(), gate.moment());
        // a product that was drawn twice is counted once
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT s.organisation, s.year, f.type, COUNT(DISTINCT f.product) found FROM audit_sample_finding f"
                                + " JOIN audit_sample s ON s.id = f.sample_id WHERE " + scope.oneOf("s.organisation")
                                + " GROUP BY s.organisation, s.year, f.type ORDER BY s.organisation, s.year, f.type",
                        r -> new SampleStatistic(
                                r.getString(1), r.getInt(2), Discrepancy.valueOf(r.getString(3)), r.getLong(4))));
    }

    private static List<Head> heads(Connection c, Scope scope, String where, Object... values) throws SQLException {
        return rows(
                c,
                "SELECT s.* FROM audit_sample s WHERE " + scope.oneOf("s.organisation") + " AND " + where
                        + " ORDER BY s.id DESC LIMIT " + SHOWN,
                r -> new Head(
                        r.getLong("id"),
                        new SampleView(
                                r.getString("number"),
                                r.getString("organisation"),
                                r.getInt("year"),
                                r.getInt("size"),
                                r.getString("seed"),
                                r.getInt("population"),
                                Objects.requireNonNull(Sql.instant(r, "ordered_at")),
                                List.of())),
                values);
    }

    private record Of(String product, SampleView.Finding finding) {}

    /** For whom it is not, there is none. */
    private static SampleView whole(Connection c, Scope scope, String number) throws SQLException {
        Head head = heads(c, scope, "s.number = ?", number).stream().findFirst().orElseThrow(Refused::notFound);
        List<Of> findings = rows(
                c,
                "SELECT product, type, note, at FROM audit_sample_finding WHERE sample_id = ? ORDER BY at, type",
                r -> new Of(
                        r.getString("product"),
                        new SampleView.Finding(
                                Discrepancy.valueOf(r.getString("type")),
                                r.getString("note"),
                                Objects.requireNonNull(Sql.instant(r, "at")))),
                head.id);
        List<SampleView.Item> items = new ArrayList<>(rows(
                c,
                "SELECT product, version, marking FROM audit_sample_item WHERE sample_id = ? ORDER BY ordinal",
                r -> item(r, head.view.organisation(), findings),
                head.id));
        SampleView v = head.view;
        return new SampleView(
                v.number(), v.organisation(), v.year(), v.size(), v.seed(), v.population(), v.orderedAt(), items);
    }

    private static SampleView.Item item(ResultSet r, String originator, List<Of> findings) throws SQLException {
        String product = r.getString("product");
        String marking = r.getString("marking");
        return new SampleView.Item(
                product,
                originator,
                r.getInt("version"),
                marking.split("//", 2)[0],
                marking,
                findings.stream()
                        .filter(f -> f.product.equals(product))
                        .map(Of::finding)
                        .toList());
    }
}
