package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.access.Ground;
import org.entente.access.Outcome;
import org.entente.audit.Ticket;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.gate.Shared;
import org.entente.gate.Shown;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/** An officer's look at what is not shared yet: who may see it, and what publishing it takes. */
@ApplicationScoped
class Review {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Content content;

    @Inject
    private Dissemination dissemination;

    @Inject
    private Sanitising sanitising;

    @Inject
    private Provenance provenance;

    @Inject
    private Sources sources;

    @Inject
    private Marks marks;

    @Inject
    private Weakening weakening;

    @Inject
    private Event<Published> published;

    /** What the acting hat could read of it if it were published now; HIDDEN too if any portion would be withheld. */
    Outcome readable(Product product, Version version) {
        var policy = gate.moment().world().policy();
        ClassFacts facts = facts(product, version);
        Instant now = gate.moment().now();
        var decision = policy.decide(
                gate.hat(), facts.compiledBy(policy), product.number(), now, now, true, facts.portionIds());
        return decision.withheld().isEmpty() ? decision.outcome() : Outcome.HIDDEN;
    }

    /**
     * Whether the acting hat may know of it once it is shared: for those it is not meant for, its author too, it is gone. So is
     * what came in unmarked for whoever brought it in.
     */
    boolean known(Product product) {
        if (product.state() != ProductState.PUBLISHED) {
            Version version = shelf.newest(product);
            return !version.unmarked() || readable(product, version) == Outcome.PERMIT;
        }
        var policy = gate.moment().world().policy();
        ClassFacts facts = facts(product, shelf.newest(product));
        Instant published = Objects.requireNonNull(product.published());
        Instant now = gate.moment().now();
        Shared shared = facts.shared(product.number(), published, dissemination.of(product), policy);
        return policy.decide(
                                gate.hat(),
                                shared.access(),
                                product.number(),
                                published,
                                shared.releases(),
                                now,
                                true,
                                shared.portions())
                        .outcome()
                        .compareTo(Outcome.HIDDEN)
                > 0;
    }

    /** In full, for its author, and once submitted for the officers who may read all of it; not there for anybody else. */
    DraftView view(Product product) {
        Version version = admit(product);
        Moment moment = gate.moment();
        String parent = provenance.parent(product);
        List<Objection> warnings = version.unmarked()
                ? List.of()
                : Reach.warnings(
                        moment.world().policy().world(),
                        product.originator(),
                        marks.of(product.originator(), version.marking()),
                        product.mission(),
                        moment.now());
        String seen = gate.seal(shown(product, version));
        List<Bound> wanted = version.bound(product);
        Bound.told(gate, product.originator(), wanted);
        Ticket ticket = gate.recorded();
        return Views.draft(product, version, content.open(ticket, wanted), parent, warnings, seen);
    }

    /** What whoever judges it goes by: of a sanitised version also what it was made of, which says what remains of that. */
    Shown shown(Product product, Version version) {
        Shown shown = Views.shown(product, version);
        String from = product.sanitisedFrom();
        Product parent = from == null || product.state() == ProductState.PUBLISHED ? null : shelf.find(from);
        return parent == null
                ? shown
                : shown.with("sanitisedFrom", shelf.newest(parent).contentHash());
    }

    /** Names and numbers of what was taken out of a sanitised version's parent that it says too (CLS-42). */
    List<Mention> mentions(Product product) {
        Version version = admit(product);
        Map<Integer, String> words = new HashMap<>();
        List<Bound> wanted = version.bound(product);
        Bound.told(gate, product.originator(), wanted);
        content.open(gate.recorded(), wanted).forEach((ordinal, opened) -> words.put(ordinal, opened.text()));
        return sanitising.mentions(product, version, words);
    }

    /** Only for those who may see what is not shared; for anybody else it is not there. */
    Version admit(Product product) {
        Hat hat = gate.hat();
        Version version = shelf.newest(product);
        boolean reviewer = product.originator().equals(hat.organisation())
                && product.state() != ProductState.DRAFT
                && hat.has(Role.CLASSIFICATION_OFFICER)
                && readable(product, version) == Outcome.PERMIT;
        gate.decideOwn(
                product.number(),
                product.originator(),
                version.marking(),
                (product.isBy(hat) && known(product)) || reviewer);
        return version;
    }

    /** Confirms the marking and shares it (CLS-04): never one's own, never unread. Answers what that set in motion. */
    List<Consequence> publish(Product product, @Nullable String damage, Collection<String> confirmed) {
        Version version = shelf.newest(product);
        if (version.unmarked()) {
            throw Refused.objected(
                    "marking-unknown",
                    "marking",
                    "CLS-02",
                    "It came in unmarked: an officer takes it over and marks it before it is shared.");
        }
        Completeness.check(product.type(), version);
        if (readable(product, version) != Outcome.PERMIT) {
            throw Refused.forbidden(
                    "not-cleared-to-confirm", "An officer confirms only what they may read in full.", "CLS-04");
        }
        checkSanitised(product, version, confirmed);
        sources.checkMarks(
                version.portions(),
                marks.of(product.originator(), version.portionMarkings()),
                List.of(),
                false,
                product.originator(),
                gate.sight());
        hold(product, version);
        Damage why = Completeness.damage(damage, classified(product.originator(), version.marking()), "damage");
        gate.sealsContent(version.contentHash());
        product.publishedBy(
                gate.hat(),
                shelf.intern(facts(product, version)),
                why,
                gate.moment().now());
        shelf.changed(product);
        Published event = new Published(product.number());
        published.fire(event);
        return event.consequences();
    }

    /** A weaker version of something is read by nobody new before the release authority lets it go (CLS-40). */
    private void hold(Product product, Version version) {
        String from = product.sanitisedFrom();
        Product parent = from == null ? null : shelf.find(from);
        if (parent != null) {
            Version whole = shelf.newest(parent);
            if (weakening.sanitised(product, version, whole)) {
                product.heldAs(whole.marking());
            }
        }
    }

    /** The release authority has let it go: from now on its own label holds. */
    void lift(Product product) {
        if (product.heldAs() != null) {
            Version version = shelf.newest(product);
            product.lifted(shelf.intern(facts(product, version, null)));
            shelf.changed(product);
        }
    }

    /** A sanitised version says nothing of what was taken out; its own words are read under the record of its parent. */
    void checkSanitised(Product product, Version version, @Nullable Collection<String> confirmed) {
        if (product.sanitisedFrom() != null) {
            sanitising.check(product, version, content.forCheck(version.bound(product)), confirmed);
        }
    }

    private boolean classified(String originator, String marking) {
        var words = gate.moment().world().policy().vocabulary();
        var level = words.level(originator, marking);
        return level == null || level.classified();
    }

    /** What is classified goes abroad by release only (PKI-08); the unclassified goes where its marking lets it. */
    ClassFacts facts(Product product, Version version) {
        return facts(product, version, product.heldAs());
    }

    private ClassFacts facts(Product product, Version version, @Nullable String held) {
        String marking = held == null ? version.marking() : held;
        return new ClassFacts(
                product.originator(),
                product.type().name(),
                product.mission(),
                marking,
                version.portionMarkings(),
                ground(product.originator(), product.emergency(), marking),
                product.unit());
    }

    ClassFacts facts(Circulating product, boolean emergency) {
        return new ClassFacts(
                product.originator(),
                product.type().name(),
                product.mission(),
                product.readAs(),
                product.portionMarkings(),
                ground(product.originator(), emergency, product.readAs()),
                product.unit());
    }

    private Ground ground(String originator, boolean emergency, String marking) {
        return emergency ? Ground.EMERGENCY : classified(originator, marking) ? Ground.RELEASE : Ground.MARKING;
    }
}
