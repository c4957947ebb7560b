package org.entente.product;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where the questions lie that originators are asked about what draws on their products. Decides nothing. */
@ApplicationScoped
class Leaves {
    private static final String BETWEEN = ",";

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    void add(Derivation d) {
        run(
                "INSERT INTO derivation (number, source, version_no, paragraphs, giver, asker, requester, marking, purpose,"
                        + " asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                d.number(),
                d.source(),
                d.version(),
                String.join(BETWEEN, d.paragraphs()),
                d.giver(),
                d.asker(),
                d.requester(),
                d.marking(),
                d.purpose(),
                d.askedAt());
    }

    void answer(
            String number,
            boolean granted,
            Instant at,
            String by,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable Instant lapses) {
        run(
                "UPDATE derivation SET granted = ?, answered_at = ?, answered_by = ?, reason = ?, reference_text = ?,"
                        + " lapses = ? WHERE number = ? AND answered_at IS NULL",
                granted,
                at,
                by,
                reason,
                reference,
                lapses,
                number);
    }

    @Nullable
    Derivation find(String number) {
        return list("number = ?", number).stream().findFirst().orElse(null);
    }

    /** Asked of this organisation, or by it; newest first. */
    List<Derivation> concerning(String organisation) {
        return list("giver = ? OR asker = ? ORDER BY id DESC LIMIT 500", organisation, organisation);
    }

    List<Derivation> open(String organisation) {
        return list(
                "(giver = ? OR asker = ?) AND answered_at IS NULL ORDER BY id DESC LIMIT 500",
                organisation,
                organisation);
    }

    /** What an organisation was granted of a version and what stands of it. */
    List<Derivation> standing(String source, int version, String asker, Instant now) {
        return list("source = ? AND version_no = ? AND asker = ? AND granted", source, version, asker).stream()
                .filter(d -> d.state(now) == DerivationView.State.GRANTED)
                .toList();
    }

    private List<Derivation> list(String where, @Nullable Object... values) {
        return Sql.on(database, c -> rows(c, "SELECT * FROM derivation WHERE " + where, Leaves::derivation, values));
    }

    private void run(String sql, @Nullable Object... values) {
        Sql.on(database, c -> execute(c, sql, values));
    }

    private static Derivation derivation(ResultSet r) throws SQLException {
        Instant answered = Sql.instant(r, "answered_at");
        return new Derivation(
                r.getString("number"),
                r.getString("source"),
                r.getInt("version_no"),
                List.of(r.getString("paragraphs").split(BETWEEN, -1)),
                r.getString("giver"),
                r.getString("asker"),
                r.getString("requester"),
                r.getString("marking"),
                r.getString("purpose"),
                Objects.requireNonNull(Sql.instant(r, "asked_at")),
                answered == null ? null : r.getBoolean("granted"),
                answered,
                r.getString("answered_by"),
                r.getString("reason"),
                r.getString("reference_text"),
                Sql.instant(r, "lapses"));
    }
}
