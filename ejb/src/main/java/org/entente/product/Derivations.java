package org.entente.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What draws on a product is never marked less strictly than it is, unless its originator has consented (CLS-44): each is
 * asked about its own product, portion by portion, and for one mark. Nobody's silence gives anything.
 */
@Stateless
public class Derivations {
    private static final int LONGEST = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Inject
    private Sources sources;

    @Inject
    private Leaves leaves;

    @Inject
    private Givers givers;

    @Inject
    private Marks marks;

    /** What is asked: for these portions, to mark what draws on them like this. */
    public record Asking(String source, List<String> paragraphs, String marking, String purpose) {
        public Asking {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * The originator's answer.
     *
     * @param reference of the paper, where the giver has nobody here and an officer of the asker enters it
     */
    public record Answer(
            boolean granted,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable Instant lapses) {}

    /** One question to each originator: to the other ones, where it is joint and the asker is one of them (HND-11). */
    @Operation(Action.ASK_DERIVATION)
    public List<DerivationView> ask(Asking asking) {
        gate.asked(asking.source());
        Hat hat = gate.hat();
        Product source = shelf.find(asking.source());
        if (source == null || source.state() != ProductState.PUBLISHED || !review.known(source)) {
            throw Refused.notFound();
        }
        Version version = shelf.newest(source);
        gate.decideOwn(source.number(), source.originator(), version.marking(), true);
        Objections objections = new Objections();
        for (String paragraph : asking.paragraphs()) {
            if (!sources.readable(source.number() + "#" + paragraph, gate.sight())) {
                objections.add("paragraphs", "CLS-43", "You can read no portion '" + paragraph + "' of it.");
            }
        }
        if (asking.paragraphs().isEmpty()) {
            objections.add("paragraphs", "CLS-43", "Name the portions that are drawn on.");
        }
        if (asking.purpose().isBlank() || asking.purpose().length() > LONGEST) {
            objections.add("purpose", "CLS-44", "This is said in 1 to " + LONGEST + " characters.");
        }
        Marking mark = mark(hat.organisation(), asking.marking());
        if (mark == null) {
            objections.add("marking", "CLS-44", "'" + asking.marking() + "' is no portion mark of your own scheme.");
        }
        objections.throwIfAny("invalid-derivation", "This cannot be asked like this.");
        return givers(asking, source, version).entrySet().stream()
                .map(giver ->
                        put(asking, source, version, giver.getKey(), giver.getValue(), Objects.requireNonNull(mark)))
                .toList();
    }

    /** Each who is asked, and about which of the portions. */
    private Map<String, List<String>> givers(Asking asking, Product source, Version version) {
        Map<String, List<String>> givers = new TreeMap<>();
        for (String paragraph : asking.paragraphs().stream().distinct().toList()) {
            Marking portion =
                    marks.of(source.originator(), version.portionMarkings().get(Integer.parseInt(paragraph) - 1));
            JointWork.givers(source.originator(), portion, gate.hat().organisation())
                    .forEach(giver -> givers.computeIfAbsent(giver, g -> new ArrayList<>())
                            .add(paragraph));
        }
        return givers;
    }

    private DerivationView put(
            Asking asking, Product source, Version version, String giver, List<String> paragraphs, Marking mark) {
        Hat hat = gate.hat();
        Derivation asked = new Derivation(
                Numbers.draw("DER"),
                source.number(),
                version.number(),
                paragraphs,
                giver,
                hat.organisation(),
                hat.person(),
                mark.portionMark(),
                asking.purpose().strip(),
                gate.moment().now(),
                null,
                null,
                null,
                null,
                null,
                null);
        leaves.add(asked);
        gate.concerns(giver);
        gate.notes("derivation " + asked.number() + " of " + giver + " portions " + String.join(",", asked.paragraphs())
                + " as " + asked.marking());
        return view(asked);
    }

    /** Questions to one's own organisation, and those that it asked, as far as one may know of the source. */
    @Operation(Action.LIST_DERIVATIONS)
    public List<DerivationView> list() {
        gate.sight();
        return leaves.concerning(gate.hat().organisation()).stream()
                .filter(d -> review.known(source(d)))
                .map(this::view)
                .toList();
    }

    @Operation(Action.SEE_DERIVATION)
    public DerivationView see(String number) {
        return view(admitted(number, false));
    }

    /** A question to one's own organisation or by it, whose source one may know of; for an answer nobody else moves either. */
    private Derivation admitted(String number, boolean held) {
        gate.asked(number);
        String own = gate.hat().organisation();
        Derivation asked = leaves.find(number);
        if (asked == null
                || (!asked.giver().equals(own) && !asked.asker().equals(own))
                || !review.known(source(asked))) {
            throw Refused.notFound();
        }
        if (held) {
            shelf.lock(source(asked));
            asked = Objects.requireNonNull(leaves.find(number));
        }
        gate.decideOwn(number, asked.giver(), asked.marking(), true);
        gate.concerns(asked.asker());
        return asked;
    }

    @Operation(Action.ANSWER_DERIVATION)
    public DerivationView answer(String number, Answer answer, @Nullable String seen) {
        Hat hat = gate.hat();
        Derivation asked = admitted(number, true);
        boolean theirs = asked.giver().equals(hat.organisation());
        if (asked.requester().equals(hat.person())) {
            throw Refused.forbidden("separation-of-duties", "Nobody consents to what they asked for.", "PKI-09");
        }
        if (!theirs && givers.answersHere(asked.giver())) {
            throw Refused.forbidden(
                    "not-your-step", "The giver has officers here; nobody answers in its stead.", "CLS-44");
        }
        if (theirs && !givers.answers(hat)) {
            throw Refused.forbidden("role-missing", "Only the release authority makes a label weaker.", "CLS-40");
        }
        if (asked.answeredAt() != null) {
            throw Refused.wrongState("This question is answered.", "CLS-44");
        }
        gate.saw(asked.shown(shelf.newest(source(asked)), gate.moment().now()), seen);
        Instant now = gate.moment().now();
        Objections objections = new Objections();
        if (!answer.granted() && blank(answer.reason())) {
            objections.add("reason", "CLS-44", "A reason is needed.");
        }
        if (!theirs && answer.granted() && blank(answer.reference())) {
            objections.add("reference", "CLS-44", "A consent in writing is entered with the reference of the paper.");
        }
        if (answer.lapses() != null && !answer.lapses().isAfter(now)) {
            objections.add("lapses", "CLS-44", "A consent that has lapsed gives nothing.");
        }
        objections.throwIfAny("invalid-consent", "This cannot be answered like this.");
        leaves.answer(
                number,
                answer.granted(),
                now,
                hat.id(),
                answer.reason(),
                theirs ? null : answer.reference(),
                answer.lapses());
        gate.notes((answer.granted() ? "granted " : "refused ") + number + " to " + asked.asker());
        return view(Objects.requireNonNull(leaves.find(number)));
    }

    private DerivationView view(Derivation derivation) {
        Version source = shelf.newest(source(derivation));
        Instant now = gate.moment().now();
        return derivation.view(
                source, givers.waitsFor(derivation, gate.hat()), now, gate.seal(derivation.shown(source, now)));
    }

    private Product source(Derivation derivation) {
        return Objects.requireNonNull(shelf.find(derivation.source()));
    }

    private @Nullable Marking mark(String organisation, String text) {
        String mark = text.strip();
        MarkingGrammar grammar =
                new MarkingGrammar(gate.moment().world().policy().vocabulary());
        return mark.startsWith("(")
                        && grammar.parse(organisation, mark) instanceof Parsed.Ok ok
                        && marks.author(ok.marking()).equals(organisation)
                ? ok.marking()
                : null;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
