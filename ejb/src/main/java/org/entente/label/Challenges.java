package org.entente.label;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Any holder may question a level; the originator answers, in sixty days at first (CLS-48). */
@Stateless
public class Challenges {
    private static final Duration FIRST_ANSWER = Duration.ofDays(60);
    private static final Duration ESCALATION = Duration.ofDays(120);

    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private record Challenge(String person, ChallengeView view) {}

    /** Challenges by one's own organisation and to its products, newest first. */
    @Operation(Action.LIST_CHALLENGES)
    public List<ChallengeView> list() {
        gate.sight();
        Hat hat = gate.hat();
        return find(
                        "c.organisation = ? OR p.originator = ? ORDER BY c.id DESC LIMIT 500",
                        hat.organisation(),
                        hat.organisation())
                .stream()
                .map(Challenge::view)
                .filter(c -> circulation.mayKnow(c.product(), hat))
                .toList();
    }

    @Operation(Action.CHALLENGE_LEVEL)
    public ChallengeView challenge(String product, @Nullable String reason) {
        gate.asked(product);
        Hat hat = gate.hat();
        Circulating challenged = circulation.find(product);
        if (challenged == null || !circulation.mayKnow(product, hat)) {
            throw Refused.notFound();
        }
        gate.decideOwn(product, challenged.originator(), challenged.marking(), true);
        String why = Reasons.needed(reason);
        String number = Numbers.draw("CHL");
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO challenge (number, product, organisation, person, reason, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                        number,
                        product,
                        hat.organisation(),
                        hat.person(),
                        why,
                        gate.moment().now()));
        gate.notes("challenge " + number);
        return view(number).view;
    }

    /** The originator's answer; changing the label is an act of its own. */
    @Operation(Action.ANSWER_CHALLENGE)
    public ChallengeView answer(String number, boolean changed, @Nullable String answer) {
        gate.asked(number);
        Hat hat = gate.hat();
        List<Challenge> found = find("c.number = ?", number);
        boolean known =
                !found.isEmpty() && circulation.mayKnow(found.getFirst().view.product(), hat);
        if (!known) {
            throw Refused.notFound();
        }
        Challenge challenge = found.getFirst();
        ChallengeView view = challenge.view;
        boolean own = view.originator().equals(hat.organisation());
        gate.decideOwn(
                number,
                view.originator(),
                view.marking(),
                own || view.challenger().equals(hat.organisation()));
        gate.concerns(view.challenger());
        if (!own) {
            throw Refused.forbidden("not-the-originator", "A challenge is its originator's to answer.", "CLS-48");
        }
        Circulating product = circulation.get(view.product());
        if (hat.person().equals(challenge.person) || hat.person().equals(product.author())) {
            throw Refused.forbidden(
                    "separation-of-duties", "Neither challenger nor author answers a challenge.", "PKI-09");
        }
        if (view.state() == ChallengeState.ESCALATED && !hat.has(Role.RELEASE_AUTHORITY)) {
            throw Refused.forbidden("role-missing", "It has escalated to the release authority.", "CLS-48");
        }
        if (view.answeredAt() != null) {
            throw Refused.wrongState("This challenge is answered.", "CLS-48");
        }
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE challenge SET answered_at = ?, changed = ?, answer = ? WHERE number = ?",
                        gate.moment().now(),
                        changed,
                        Reasons.needed(answer),
                        number));
        return view(number).view;
    }

    private Challenge view(String number) {
        return find("c.number = ?", number).getFirst();
    }

    private List<Challenge> find(String where, @Nullable Object... values) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT c.*, p.originator FROM challenge c JOIN product p ON p.number = c.product WHERE "
                                + where,
                        this::read,
                        values));
    }

    private Challenge read(ResultSet r) throws SQLException {
        Instant made = Objects.requireNonNull(Sql.instant(r, "made_at"));
        Instant answered = Sql.instant(r, "answered_at");
        String product = r.getString("product");
        return new Challenge(
                r.getString("person"),
                new ChallengeView(
                        r.getString("number"),
                        product,
                        circulation.get(product).marking(),
                        r.getString("originator"),
                        r.getString("organisation"),
                        r.getString("reason"),
                        made,
                        made.plus(FIRST_ANSWER),
                        made.plus(ESCALATION),
                        state(
                                made,
                                answered,
                                r.getBoolean("changed"),
                                gate.moment().now()),
                        answered,
                        r.getString("answer")));
    }

    static ChallengeState state(Instant made, @Nullable Instant answered, boolean changed, Instant now) {
        if (answered != null) {
            return changed ? ChallengeState.CHANGED : ChallengeState.UPHELD;
        }
        if (!now.isBefore(made.plus(ESCALATION))) {
            return ChallengeState.ESCALATED;
        }
        return now.isBefore(made.plus(FIRST_ANSWER)) ? ChallengeState.OPEN : ChallengeState.OVERDUE;
    }
}
