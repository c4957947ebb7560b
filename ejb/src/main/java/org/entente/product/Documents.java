package org.entente.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.marking.Handling;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.world.Person;
import org.jspecify.annotations.Nullable;

/** Products taken away: as numbered copies made out to one reader, or the label alone. */
@Stateless
public class Documents {
    private static final Set<Handling> NO_DOCUMENT = EnumSet.of(Handling.NO_PRINT, Handling.NO_EXTRACT);

    @Inject
    private Gate gate;

    @Inject
    private Desk desk;

    @Inject
    private Review review;

    @Inject
    private Copies copies;

    /** The product's next copy, with the words that its reader may have. */
    @Operation(Action.READ_DOCUMENT)
    public Issue copy(String number, CopyKind kind, @Nullable Purpose purpose) {
        gate.notes("format=" + kind.name().toLowerCase(Locale.ROOT));
        return switch (desk.decide(published(number))) {
            case Desk.Barred barred -> new Issue.Kept(barred.why());
            case Desk.Open open -> {
                atHome();
                bar(open);
                int copy = copies.next(number, open.version().number(), kind);
                gate.notes("format=" + kind.name().toLowerCase(Locale.ROOT) + " copy=" + copy);
                Hat hat = gate.hat();
                Person person = gate.person();
                yield new Issue.Copy(
                        desk.words(open, purpose),
                        open.version().titleMarking(),
                        kind,
                        copy,
                        person.name(),
                        hat.organisation(),
                        hat.id(),
                        person.language(),
                        gate.moment().now());
            }
        };
    }

    /** The marking of a product that may be read, to be put into the words of a label; no copy of anything. */
    @Operation(Action.READ_DOCUMENT)
    public Issue label(String number) {
        gate.notes("format=4774");
        return switch (desk.decide(published(number))) {
            case Desk.Barred barred -> new Issue.Kept(barred.why());
            case Desk.Open open -> {
                atHome();
                yield new Issue.Label(
                        number,
                        open.product().originator(),
                        marking(open),
                        Objects.requireNonNull(open.product().published()));
            }
        };
    }

    private Product published(String number) {
        Product product = desk.find(number);
        if (product.state() != ProductState.PUBLISHED) {
            review.admit(product);
            throw Refused.wrongState("Only a published product has a document.", "PKI-08");
        }
        return product;
    }

    /** Residual access reads here and takes nothing away (HND-07). */
    private void atHome() {
        if (!gate.hat().liveAt(gate.moment().now())) {
            throw Refused.forbidden(
                    "residual-no-export", "What is left of this hat reads and takes nothing away.", "HND-07");
        }
    }

    /** CAV-11: what is not to be printed or extracted from is not handed out as a file. */
    private static void bar(Desk.Open open) {
        if (open.product().emergency()) {
            throw Refused.forbidden(
                    "handling", "What was let go for a threat to life is read here and not taken away.", "CAV-12");
        }
        String[] objecting = open.permit().obligations().stream()
                .filter(NO_DOCUMENT::contains)
                .map(Enum::name)
                .toArray(String[]::new);
        if (objecting.length > 0) {
            throw Refused.forbidden("handling", "Its handling allows no document of this product.", objecting);
        }
    }

    private Marking marking(Desk.Open open) {
        var words = gate.moment().world().policy().vocabulary();
        String banner = open.version().marking();
        return switch (new MarkingGrammar(words).parse(open.product().originator(), banner)) {
            case Parsed.Ok ok -> ok.marking();
            case Parsed.Failed failed ->
                throw new IllegalStateException("a readable product's banner parses: " + banner);
        };
    }
}
