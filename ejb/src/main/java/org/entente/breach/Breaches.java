package org.entente.breach;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
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
import org.entente.release.Suspensions;
import org.jspecify.annotations.Nullable;

/** Breach and compromise cases (AUD-10, AUD-11). */
@Stateless
public class Breaches {
    private static final int LONGEST = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private BreachRows cases;

    @Inject
    private Investigators investigators;

    @Inject
    private Trails trails;

    @Inject
    private Circulation circulation;

    @Inject
    private Suspensions suspensions;

    /**
     * What somebody reports.
     *
     * @param product that it is about, if it is about one
     * @param weakness of one's own systems or procedures, for one's own organisation alone
     * @param happenedAt null for now
     */
    public record Report(
            @Nullable String product,
            @Nullable String what,
            @Nullable String weakness,
            @Nullable Instant happenedAt) {}

    /** Anybody may, of a product that they may know of or of none. */
    @Operation(Action.REPORT_BREACH)
    public BreachView report(Report report) {
        gate.asked(report.product);
        Hat hat = gate.hat();
        Circulating product = report.product == null ? null : circulation.find(report.product);
        if (report.product != null && (product == null || !circulation.mayKnow(report.product, hat))) {
            throw Refused.notFound();
        }
        Instant now = gate.moment().now();
        Instant happened = report.happenedAt == null ? now : report.happenedAt;
        Objections objections = new Objections();
        said(objections, "what", report.what, true);
        said(objections, "weakness", report.weakness, false);
        if (happened.isAfter(now)) {
            objections.add("happenedAt", "AUD-10", "What is reported has happened.");
        }
        objections.throwIfAny("objections", "The case cannot be opened like this.");
        String number = Numbers.draw("BRC");
        // the record is about the case: the originator learns of it by the step that tells them
        gate.decideOwn(number, hat.organisation(), null, true);
        gate.notes("breach " + number + (product == null ? "" : " of " + product.number()));
        cases.add(
                number,
                report.product,
                hat,
                Objects.requireNonNull(report.what).strip(),
                stripped(report.weakness),
                happened,
                now);
        return view(Objects.requireNonNull(cases.find(number)), hat);
    }

    /** Those that concern the acting hat, newest first. */
    @Operation(Action.LIST_BREACHES)
    public List<BreachView> list() {
        gate.sight();
        Hat hat = gate.hat();
        List<BreachView> all = cases.concerning(hat.organisation()).stream()
                .filter(b -> b.capacity(hat) != BreachCase.Capacity.NONE)
                .map(b -> view(b, hat, false))
                .toList();
        gate.notes("breaches count=" + all.size());
        return all;
    }

    @Operation(Action.SEE_BREACH)
    public BreachView see(String number) {
        return view(enter(number, cases.find(number)), gate.hat());
    }

    /**
     * The next step of a case. Every step has a note, which stays inside the organisation.
     *
     * @param weakness what has become known of one's own weakness; null leaves what there is
     */
    @Operation(Action.HANDLE_BREACH)
    public BreachView step(String number, String slug, @Nullable String note, @Nullable String weakness) {
        BreachCase on = enter(number, cases.lock(number));
        Hat hat = gate.hat();
        BreachStep step = BreachStep.of(slug);
        if (step == null) {
            throw Refused.notFound();
        }
        if (!takes(on, hat, step)) {
            throw Refused.forbidden("not-your-step", "A case is handled where it happened.", "AUD-10");
        }
        if (step.independent() && !investigators.independent(on, hat)) {
            throw Refused.forbidden(
                    "separation-of-duties",
                    "Who opened, wrote or released the product does not investigate its breach.",
                    "AUD-10");
        }
        if (step.from() != on.state()) {
            throw Refused.wrongState("A case that is " + on.state() + " cannot take the step " + step + ".", "AUD-10");
        }
        Objections objections = new Objections();
        said(objections, "note", note, true);
        said(objections, "weakness", weakness, false);
        if (weakness != null && !hat.organisation().equals(on.organisation())) {
            objections.add("weakness", "AUD-10", "What let it happen is said where it happened.");
        }
        objections.throwIfAny("objections", "The step cannot be taken like this.");
        if (step == BreachStep.INFORM) {
            gate.concerns(on.originator());
        }
        gate.notes(step + " of " + number);
        cases.step(
                on, step, hat, gate.moment().now(), Objects.requireNonNull(note).strip(), stripped(weakness));
        return view(Objects.requireNonNull(cases.find(number)), hat);
    }

    /** Where it happened they take every step; where it has passed to, those that want somebody independent. */
    private boolean takes(BreachCase on, Hat hat, BreachStep step) {
        return switch (on.capacity(hat)) {
            case HANDLER -> true;
            case INVESTIGATOR -> step.independent() || investigators.alone(on);
            case NONE, REPORTER, ORIGINATOR -> false;
        };
    }

    /**
     * The product is compromised: everything that is handed over or under way of it stops in this act. The originator stops all of
     * it; another organisation what it holds and what it let go, and the originator is told at once.
     */
    @Operation(Action.DECLARE_COMPROMISE)
    public BreachView compromise(String number) {
        BreachCase on = enter(number, cases.lock(number));
        Hat hat = gate.hat();
        String product = on.product();
        if (product == null) {
            throw Refused.wrongState("This case is about no product.", "AUD-11");
        }
        if (on.declaredBy(hat.organisation())) {
            throw Refused.wrongState("This is declared already.", "AUD-11");
        }
        if (!on.compromisable(hat)) {
            throw Refused.forbidden("not-your-step", "A case is handled where it happened.", "AUD-11");
        }
        boolean all = on.originator().equals(hat.organisation());
        int suspended = suspensions.suspend(product, all ? null : hat.organisation(), "AUD-11");
        gate.concerns(on.originator());
        gate.notes("compromise of " + product + " suspended=" + suspended);
        cases.declared(on, hat, gate.moment().now(), suspended);
        return view(Objects.requireNonNull(cases.find(number)), hat);
    }

    /** For whom it does not concern there is none. */
    private BreachCase enter(String number, @Nullable BreachCase found) {
        gate.asked(number);
        Hat hat = gate.hat();
        if (found == null || found.capacity(hat) == BreachCase.Capacity.NONE) {
            throw Refused.notFound();
        }
        gate.decideOwn(number, found.organisation(), null, true);
        return found;
    }

    private BreachView view(BreachCase on, Hat hat) {
        return view(on, hat, true);
    }

    private BreachView view(BreachCase on, Hat hat, boolean whole) {
        BreachCase.Capacity capacity = on.capacity(hat);
        boolean home = hat.organisation().equals(on.organisation());
        BreachStep waited = BreachStep.after(on.state());
        BreachStep next = waited != null && takes(on, hat, waited) ? waited : null;
        boolean named = capacity != BreachCase.Capacity.INVESTIGATOR || investigators.knows(on, hat);
        String product = named ? on.product() : null;
        boolean declared = capacity != BreachCase.Capacity.REPORTER && on.declaredBy(hat.organisation());
        return new BreachView(
                on.number(),
                on.organisation(),
                product,
                named ? on.originator() : on.organisation(),
                named ? on.marking() : null,
                on.what(),
                home ? on.weakness() : null,
                on.happenedAt(),
                on.reportedAt(),
                on.state(),
                on.movedAt(),
                on.informedAt(),
                capacity.compareTo(BreachCase.Capacity.REPORTER) > 0 ? on.passedTo() : null,
                capacity.compareTo(BreachCase.Capacity.ORIGINATOR) > 0,
                steps(on, capacity),
                capacity == BreachCase.Capacity.REPORTER ? List.of() : on.declared(),
                next,
                next != null && next.independent() && !investigators.independent(on, hat),
                on.compromisable(hat),
                whole && declared && product != null
                        ? trails.of(product, on.originator().equals(hat.organisation()), hat)
                        : null);
    }

    /** All of them where it happened; where it has passed to, those that were taken to investigate it. */
    private static List<BreachView.Step> steps(BreachCase on, BreachCase.Capacity capacity) {
        return switch (capacity) {
            case HANDLER -> on.steps();
            case INVESTIGATOR ->
                on.steps().stream().filter(s -> s.step().independent()).toList();
            case NONE, REPORTER, ORIGINATOR -> List.of();
        };
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void said(Objections objections, String field, @Nullable String text, boolean needed) {
        if ((needed && (text == null || text.isBlank())) || (text != null && text.length() > LONGEST)) {
            objections.add(field, "AUD-10", "This is said in " + (needed ? 1 : 0) + " to " + LONGEST + " characters.");
        }
    }
}
