package org.entente.release;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objection;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.marking.Control;
import org.entente.marking.Marking;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.Extracts;
import org.jspecify.annotations.Nullable;

/** Breaks the glass where a life hangs on it (CAV-12); everybody concerned learns of it, and a report is owed. */
@Stateless
public class BreakGlass {
    private static final int LONGEST_HOURS = 72;
    private static final int LONGEST = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private Extracts extracts;

    @Inject
    private FactFinder finder;

    @Inject
    private Progress progress;

    @Inject
    private ReleaseViews views;

    /**
     * What is let go, to whom, and why there is no other way.
     *
     * @param recipients hats, as few as help
     * @param portions ids of the portions that help
     * @param threat whose life is threatened, by what
     * @param reason why the ordinary way would be too late
     * @param briefing what the recipients were told about handling it
     */
    public record Emergency(
            List<String> recipients, List<String> portions, String threat, String reason, String briefing, int hours) {
        public Emergency {
            recipients = List.copyOf(recipients);
            portions = List.copyOf(portions);
        }
    }

    /** Who could be named and what could go; nothing happens yet. */
    @Operation(Action.SEE_EMERGENCY)
    public Glass look(String number) {
        gate.asked(number);
        Hat hat = gate.hat();
        Circulating product = circulation.find(number);
        if (product == null || !circulation.mayKnow(number, hat)) {
            throw Refused.notFound();
        }
        gate.decideOwn(number, product.originator(), product.marking(), true);
        Instant now = gate.moment().now();
        Marking marking = finder.marking(product);
        List<Marking> portions =
                Questions.portions(product, gate.moment().world().policy().world());
        List<Hat> live = gate.moment().world().hats().stream()
                .filter(h -> h.liveAt(now) && !h.person().equals(hat.person()))
                .toList();
        Set<String> excluded = finder.facts(
                        product,
                        hat.organisation(),
                        live.stream().map(Hat::organisation).distinct().toList(),
                        null)
                .excluded();
        return new Glass(
                number,
                product.originator(),
                product.marking(),
                IntStream.rangeClosed(1, portions.size())
                        .filter(i -> !portions.get(i - 1).controls().contains(Control.SOURCE))
                        .mapToObj(Integer::toString)
                        .toList(),
                live.stream()
                        .filter(h -> !excluded.contains(h.organisation()))
                        .filter(h -> finder.facts(product, hat.organisation(), List.of(h.organisation()), null)
                                .diligence()
                                .isEmpty())
                        .map(h -> new Candidate(
                                h.id(),
                                h.organisation(),
                                h.posts().stream().sorted().toList()))
                        .sorted(Comparator.comparing(Candidate::organisation).thenComparing(Candidate::hat))
                        .toList(),
                LONGEST_HOURS,
                (int) Progress.EMERGENCY_REPORT.toHours(),
                marking.eyesOnly().isEmpty()
                        ? List.of()
                        : List.of(new Objection("portions", "CAV-12", "EYES ONLY holds against everything.")));
    }

    @Operation(value = Action.BREAK_GLASS, secondFactor = true)
    public ReleaseView letGo(String number, Emergency emergency) {
        gate.asked(number);
        Hat hat = gate.hat();
        Circulating product = circulation.find(number);
        if (product == null || !circulation.mayKnow(number, hat)) {
            throw Refused.notFound();
        }
        gate.decideOwn(number, product.originator(), product.marking(), true);
        Instant now = gate.moment().now();
        List<Hat> recipients = recipients(emergency, product, now);
        Set<String> originators = finder.originators(product);
        String extract = extracts.of(number, emergency.portions(), readers(hat, recipients, originators, now));
        List<String> organisations =
                recipients.stream().map(Hat::organisation).distinct().toList();
        ReleaseRequest release = new ReleaseRequest(
                Numbers.draw("REL"),
                extract,
                hat.organisation(),
                Kind.BREAK_GLASS,
                Stage.AUTHORISED,
                organisations,
                emergency.threat().strip(),
                hat.person(),
                hat.id(),
                now,
                now.plus(Duration.ofHours(emergency.hours())),
                now);
        shelf.add(release);
        byte[] basis = Basis.of(circulation.get(extract), organisations);
        release.checkedFor(basis);
        release.signed(new Signature(
                Step.AUTHORISATION,
                Verdict.APPROVE,
                hat,
                now,
                emergency.reason().strip() + " / " + emergency.briefing().strip(),
                basis,
                null));
        progress.registered(release, hat.id());
        release.active().forEach(r -> progress.received(release, r, hat.id()));
        if (!originators.contains(hat.organisation())) {
            circulation.hand(extract, hat.organisation(), now, release.until());
        }
        originators.forEach(gate::concerns);
        finder.marking(product).contains().forEach(gate::concerns);
        gate.notes("break-glass " + release.number() + " portions " + String.join(",", emergency.portions()) + " of "
                + number + " as " + extract + " for " + String.join(" ", emergency.recipients()));
        shelf.moved(release);
        return views.inside(release);
    }

    /**
     * The posts that open the extract: one of each recipient, of whoever breaks the glass, and of those at the originators' who may
     * call it back. Posts, for a banner is read abroad and names nobody's people.
     */
    private Set<String> readers(Hat hat, List<Hat> recipients, Set<String> originators, Instant now) {
        Set<String> readers = new TreeSet<>();
        Objections objections = new Objections();
        Stream.concat(recipients.stream(), Stream.of(hat)).forEach(h -> {
            String post = post(h, now);
            if (post == null) {
                objections.add(
                        "recipients", "CAV-12", "The hat '" + h.id() + "' fills no post that is its bearer's alone.");
            } else {
                readers.add(post);
            }
        });
        objections.throwIfAny("objections", "The glass does not break for this.");
        gate.moment().world().hats().stream()
                .filter(h -> originators.contains(h.organisation()) && Step.RECALL.openTo(h))
                .map(h -> post(h, now))
                .filter(Objects::nonNull)
                .forEach(readers::add);
        return readers;
    }

    /** A post that nobody else fills now, so that it names one reader and no more; null if there is none. */
    private @Nullable String post(Hat hat, Instant now) {
        return hat.posts().stream()
                .sorted()
                .filter(p -> gate.moment().world().hats().stream()
                        .noneMatch(h -> h.posts().contains(p)
                                && !h.person().equals(hat.person())
                                && (h.liveAt(now) || h.residualAt(now))))
                .findFirst()
                .orElse(null);
    }

    private List<Hat> recipients(Emergency emergency, Circulating product, Instant now) {
        Objections objections = new Objections();
        Marking marking = finder.marking(product);
        List<Hat> recipients = gate.moment().world().hats().stream()
                .filter(h -> emergency.recipients().contains(h.id()) && h.liveAt(now))
                .toList();
        emergency.recipients().stream()
                .filter(id -> recipients.stream().noneMatch(h -> h.id().equals(id)))
                .forEach(id -> objections.add("recipients", "CAV-12", "Nobody wears a hat '" + id + "' now."));
        if (emergency.recipients().isEmpty()) {
            objections.add("recipients", "CAV-12", "Name the fewest who can save the life.");
        }
        List<String> organisations =
                recipients.stream().map(Hat::organisation).distinct().toList();
        ReleaseFacts facts = finder.facts(product, gate.hat().organisation(), organisations, null);
        facts.among(facts.excluded())
                .forEach(o ->
                        objections.add("recipients", "CAV-06", o + " is excluded, which holds against everything."));
        // support of a force that has committed grave violations costs lives, too (PKI-11)
        facts.diligence()
                .forEach(
                        force -> objections.add(
                                "recipients",
                                "PKI-11",
                                force
                                        + ": without a review in force, or of HIGH risk without mitigation; that holds here, too."));
        if (!marking.eyesOnly().isEmpty()) {
            objections.add("portions", "CAV-12", "EYES ONLY holds against everything.");
        }
        text(emergency.threat(), "threat", objections);
        text(emergency.reason(), "reason", objections);
        text(emergency.briefing(), "briefing", objections);
        if (emergency.hours() < 1 || emergency.hours() > LONGEST_HOURS) {
            objections.add("hours", "CAV-12", "It holds for 1 to " + LONGEST_HOURS + " hours.");
        }
        objections.throwIfAny("objections", "The glass does not break for this.");
        return Objects.requireNonNull(recipients);
    }

    private static void text(String text, String field, Objections objections) {
        if (text.isBlank() || text.length() > LONGEST) {
            objections.add(field, "CAV-12", "This is said in 1 to " + LONGEST + " characters.");
        }
    }
}
