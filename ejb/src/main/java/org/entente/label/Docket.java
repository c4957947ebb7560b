package org.entente.label;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Challenges and referrals where they lie, and whom each of them concerns; what other features may know of them. */
@ApplicationScoped
public class Docket {
    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** The product that a challenge is about; null if there is no such challenge. */
    public @Nullable String challenged(String challenge) {
        Challenge found = challenge(challenge);
        return found == null ? null : found.product();
    }

    /** Whether a challenge waits for this hat, which may know of the product. */
    public boolean awaits(String challenge, Hat hat) {
        Challenge found = challenge(challenge);
        return found != null && found.awaits(hat, gate.moment().now()) && circulation.mayKnow(found.product(), hat);
    }

    /** Whether this hat's person made the challenge, has its answer, and may still know of the product. */
    public boolean answeredTo(String challenge, Hat hat) {
        Challenge found = challenge(challenge);
        return found != null
                && found.answeredAt() != null
                && found.madeBy(hat)
                && circulation.mayKnow(found.product(), hat);
    }

    /** Whose report it is; null if there is no such referral. */
    public @Nullable String referrer(String referral) {
        return referrals("number = ?", referral).stream()
                .map(ReferralView::from)
                .findFirst()
                .orElse(null);
    }

    /** Whether a referral has come to this hat's office and nobody has taken it up. */
    public boolean waitsForOffice(String referral, Hat hat) {
        return competent(hat)
                && referrals("number = ? AND taken_up_at IS NULL", referral).size() == 1;
    }

    /** The office of an organisation that owes due diligence: the United Nations'. */
    boolean competent(Hat hat) {
        String owes = "SELECT 1 FROM due_diligence_duty WHERE organisation = ?";
        return hat.has(Role.HUMAN_RIGHTS_OFFICER)
                && !Sql.on(database, c -> rows(c, owes, r -> r.getInt(1), hat.organisation()))
                        .isEmpty();
    }

    @Nullable
    Challenge challenge(String number) {
        return challenges("c.number = ?", number).stream().findFirst().orElse(null);
    }

    List<Challenge> challenges(String where, @Nullable Object... values) {
        String sql = "SELECT c.*, p.originator FROM challenge c JOIN product p ON p.number = c.product WHERE " + where;
        return Sql.on(database, c -> rows(c, sql, this::challenge, values));
    }

    List<ReferralView> referrals(String where, Object... values) {
        String sql = "SELECT * FROM referral WHERE " + where;
        return Sql.on(
                database,
                c -> rows(
                        c,
                        sql,
                        r -> new ReferralView(
                                r.getString("number"),
                                r.getString("organisation"),
                                r.getString("matter"),
                                r.getString("text"),
                                Objects.requireNonNull(Sql.instant(r, "at")),
                                Sql.instant(r, "taken_up_at"),
                                false),
                        values));
    }

    void run(String sql, @Nullable Object... values) {
        Sql.on(database, c -> execute(c, sql, values));
    }

    private Challenge challenge(ResultSet r) throws SQLException {
        Circulating product = circulation.get(r.getString("product"));
        return new Challenge(
                r.getString("number"),
                product.number(),
                product.marking(),
                product.originator(),
                product.author(),
                r.getString("organisation"),
                r.getString("person"),
                r.getString("reason"),
                Objects.requireNonNull(Sql.instant(r, "made_at")),
                Sql.instant(r, "answered_at"),
                r.getBoolean("changed"),
                r.getString("answer"));
    }
}
