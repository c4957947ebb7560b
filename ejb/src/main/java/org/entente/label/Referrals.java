package org.entente.label;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.Sanitising;

/**
 * The way to the competent office that no caveat closes (PKI-12): whoever reads of grave violations, conflict-related sexual
 * violence or violence against children reports the fact in words of their own. Nothing that identifies a source goes along; the
 * record says to the originator's auditors that it went.
 */
@Stateless
public class Referrals {
    private static final int LONGEST = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private Sanitising sanitising;

    @Inject
    private Docket docket;

    @Inject
    private Event<Referred> referred;

    /** What a referral is about. */
    public enum Matter {
        HUMAN_RIGHTS,
        SEXUAL_VIOLENCE,
        CHILDREN
    }

    @Operation(Action.REFER)
    public ReferralView refer(String product, String matter, String text) {
        gate.asked(product);
        Hat hat = gate.hat();
        Circulating ground = circulation.find(product);
        if (ground == null || !circulation.mayKnow(product, hat)) {
            throw Refused.notFound();
        }
        gate.decideOwn(product, ground.originator(), ground.marking(), true);
        Objections objections = new Objections();
        Matter known = objections.word(Matter.class, matter, "matter", "PKI-12");
        if (known == null && objections.none()) {
            objections.add("matter", "PKI-12", "A referral says what it is about.");
        }
        if (text.isBlank() || text.length() > LONGEST) {
            objections.add("text", "PKI-12", "This is said in 1 to " + LONGEST + " characters.");
        } else {
            sanitising
                    .sourcesIn(product, text)
                    .forEach(leak -> objections.add(
                            "text", "SOURCE", "'" + leak + "' stands in a portion that identifies a source."));
        }
        objections.throwIfAny("invalid-referral", "The referral cannot be sent like this.");
        String number = Numbers.draw("HRR");
        docket.run(
                "INSERT INTO referral (number, product, organisation, hat, matter, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                product,
                hat.organisation(),
                hat.id(),
                Objects.requireNonNull(known).name(),
                text.strip(),
                gate.moment().now());
        gate.notes("referral " + number + " on " + known);
        referred.fire(new Referred(number));
        return find("number = ?", number).getFirst();
    }

    /** Those that came to one's office; for everybody else those that they sent themselves. */
    @Operation(Action.LIST_REFERRALS)
    public List<ReferralView> list() {
        Hat hat = gate.hat();
        return docket.competent(hat)
                ? find("TRUE ORDER BY id DESC LIMIT 500")
                : find("hat = ? ORDER BY id DESC LIMIT 500", hat.id());
    }

    @Operation(Action.TAKE_UP_REFERRAL)
    public ReferralView takeUp(String number) {
        gate.asked(number);
        ReferralView view = find("number = ?", number).stream().findFirst().orElseThrow(Refused::notFound);
        gate.decideOwn(number, gate.hat().organisation(), null, docket.competent(gate.hat()));
        gate.concerns(view.from());
        docket.run(
                "UPDATE referral SET taken_up_at = ?, taken_up_by = ? WHERE number = ? AND taken_up_at IS NULL",
                gate.moment().now(),
                gate.hat().id(),
                number);
        return find("number = ?", number).getFirst();
    }

    private List<ReferralView> find(String where, Object... values) {
        boolean office = docket.competent(gate.hat());
        return docket.referrals(where, values).stream()
                .map(r -> new ReferralView(
                        r.number(),
                        r.from(),
                        r.matter(),
                        r.text(),
                        r.at(),
                        r.takenUpAt(),
                        office && r.takenUpAt() == null))
                .toList();
    }
}
