package org.entente.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.entente.access.Outcome;
import org.entente.audit.Ticket;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objection;
import org.entente.gate.Operation;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.idempotency.Once;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.marking.Marking;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/** Products on their way to being shared: filed, edited, submitted, returned, published, withdrawn. */
@Stateless
public class Drafts {
    private static final int LONGEST_REASON = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Content content;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private GoneSources gone;

    @Inject
    private Labelling labelling;

    @Inject
    private Sources sources;

    @Inject
    private JointWork joint;

    @Inject
    private Review review;

    @Inject
    private Versions versions;

    @Inject
    private Sanitising sanitising;

    @Inject
    private Once once;

    /** The banner that these portions would get, and where it would not be let go; nothing is stored. */
    @Operation(Action.PREVIEW_BANNER)
    public Preview banner(Filing filing) {
        Moment moment = gate.moment();
        String originator = gate.hat().organisation();
        Labelled labelled = labelling.label(filing, originator, moment);
        return new Preview(
                labelled.banner().canonical(),
                Reach.warnings(
                        moment.world().policy().world(),
                        originator,
                        labelled.banner(),
                        labelled.mission(),
                        moment.now()));
    }

    /** What a sanitised version of these portions for these partners would be; nothing is stored, the parent is read. */
    @Operation(Action.PREVIEW_BANNER)
    public Proposal sanitised(String parent, List<String> portions, List<String> partners) {
        return sanitising.propose(parent, portions, partners);
    }

    @Operation(Action.FILE_PRODUCT)
    public Receipt file(Filing filing, @Nullable String idempotencyKey) {
        Hat hat = gate.hat();
        return once(idempotencyKey, "file " + filing, () -> {
            Moment moment = gate.moment();
            Labelled labelled = labelling.label(filing, hat.organisation(), moment);
            joint.filed(labelled, hat.organisation());
            sources.check(filing, labelled, hat.organisation(), gate.sight());
            Product product =
                    new Product(fresh(hat.organisation()), labelled.type(), labelled.mission(), hat, moment.now());
            product.madeBy(Units.of(hat, moment.world().policy().world()));
            gate.decideOwn(
                    product.number(), product.originator(), labelled.banner().canonical(), true);
            return keep(product, labelled, hat.person(), moment.now());
        });
    }

    @Operation(Action.EDIT_DRAFT)
    public Receipt edit(String number, Filing filing, @Nullable Integer expectedVersion, @Nullable String key) {
        return edited(number, filing, expectedVersion, null, key);
    }

    /** The same for whoever gives back the seal over the draft that they were shown. */
    @Operation(Action.EDIT_DRAFT)
    public Receipt editSeen(String number, Filing filing, String seen, @Nullable String key) {
        return edited(number, filing, null, seen, key);
    }

    private Receipt edited(
            String number,
            Filing filing,
            @Nullable Integer expectedVersion,
            @Nullable String seen,
            @Nullable String key) {
        return once(key, "edit " + number + filing, () -> {
            Product product = authored(number);
            if (expectedVersion != null && expectedVersion != product.versionNo()) {
                throw new Refused(new Refusal.Stale(
                        "You edited version " + expectedVersion + "; the newest is " + product.versionNo() + "."));
            }
            if (seen != null) {
                gate.saw(review.shown(product, shelf.newest(product)), seen);
            }
            Moment moment = gate.moment();
            Labelled labelled = labelling.label(filing, product.originator(), moment);
            joint.filed(labelled, product.originator());
            joint.sanitised(product, labelled);
            sources.check(filing, labelled, product.originator(), gate.sight());
            product.revised(labelled.type(), labelled.mission());
            return keep(product, labelled, gate.hat().person(), moment.now());
        });
    }

    @Operation(Action.SUBMIT_DRAFT)
    public Receipt submit(String number, @Nullable String key) {
        return once(key, "submit " + number, () -> {
            Product product = authored(number);
            Version version = shelf.newest(product);
            Completeness.check(product.type(), version);
            review.checkSanitised(product, version, null);
            product.submit(gate.moment().now());
            return receipt(product, version);
        });
    }

    /**
     * Names and numbers of what was taken out that a sanitised version says as well, for its author and for officers who may read
     * all of it; as far as they read what it was made of, and that reading is in the record. What is none says none.
     */
    @Operation(Action.SEE_MENTIONS)
    public List<Mention> mentions(String number) {
        gate.asked(number);
        Product product = shelf.find(number);
        if (product == null) {
            throw Refused.notFound();
        }
        if (product.state() == ProductState.PUBLISHED) {
            gate.decideOwn(number, product.originator(), null, review.known(product));
            throw Refused.wrongState("It is published already.", "PKI-08");
        }
        return review.mentions(product);
    }

    @Operation(Action.RETURN_DRAFT)
    public Receipt returnToAuthor(String number, String reason, @Nullable String seen, @Nullable String key) {
        return once(key, "return " + number + reason, () -> {
            Product product = underReview(number);
            saw(product, seen);
            if (shelf.newest(product).marking().equals(Marking.UNKNOWN)) {
                throw new Refused(new Refusal.Objected(
                        "marking-unknown",
                        "Nobody may read it back.",
                        List.of(new Objection(
                                "marking",
                                "CLS-02",
                                "It came in without a marking: an officer takes it over and marks it."))));
            }
            product.returnToAuthor(reasoned(reason));
            return receipt(product, shelf.newest(product));
        });
    }

    /**
     * Confirms the marking and publishes (CLS-04). The officer must be able to read all of what is confirmed, and publishes what
     * they were shown and nothing else.
     *
     * @param confirmed names and numbers of what was taken out of its parent that may stay, as they stand there (CLS-42)
     */
    @Operation(Action.PUBLISH_PRODUCT)
    public Receipt publish(
            String number,
            @Nullable String damage,
            List<String> confirmed,
            @Nullable String seen,
            @Nullable String key) {
        return once(key, "publish " + number + damage + confirmed, () -> {
            Product product = underReview(number);
            saw(product, seen);
            standing(product);
            List<Consequence> consequences = review.publish(product, damage, confirmed);
            return receipt(product, shelf.newest(product), consequences);
        });
    }

    /**
     * The same for what a file brought: its rows are what the officer goes by, so only what is still as it was filed goes this
     * way, and what was edited since by itself.
     */
    @Operation(Action.PUBLISH_PRODUCT)
    public Receipt publishAsFiled(String number, @Nullable String damage) {
        Product product = underReview(number);
        if (product.versionNo() != 1) {
            throw new Refused(new Refusal.ChangedMeanwhile(List.of("version")));
        }
        standing(product);
        List<Consequence> consequences = review.publish(product, damage, List.of());
        return receipt(product, shelf.newest(product), consequences);
    }

    /** What draws on a source that has gone meanwhile is not published: it goes back to its author (PKI-13). */
    private void standing(Product product) {
        if (!gone.of(product, shelf.newest(product)).isEmpty()) {
            throw Refused.objected(
                    "objections",
                    "portions",
                    "PKI-13",
                    "Something that it draws on is gone; it goes back to its author.");
        }
    }

    @Operation(Action.WITHDRAW_PRODUCT)
    public Receipt withdraw(
            String number, String reason, @Nullable String supersededBy, @Nullable String seen, @Nullable String key) {
        return once(key, "withdraw " + number + reason + supersededBy, () -> {
            Product product = own(number, p -> mayWithdraw(p, gate.hat()) && reviewable(p));
            saw(product, seen);
            String why = reasoned(reason);
            withdrawals.withdraw(
                    product, why, product.state() == ProductState.PUBLISHED ? successor(product, supersededBy) : null);
            return receipt(product, shelf.newest(product));
        });
    }

    @Operation(Action.LIST_DRAFTS)
    public List<DraftLine> mine() {
        Hat hat = gate.hat();
        gate.sight();
        return lines(shelf.drafts(hat.person(), hat.organisation()).stream()
                .filter(review::known)
                .toList());
    }

    /** What waits for a classification officer of this organisation, oldest first. */
    @Operation(Action.LIST_QUEUE)
    public List<DraftLine> queue() {
        gate.sight();
        return lines(shelf.queue(gate.hat().organisation()).stream()
                .filter(p -> review.readable(p, shelf.newest(p)) == Outcome.PERMIT)
                .toList());
    }

    private List<DraftLine> lines(List<Product> products) {
        Map<Long, Version> versions = new java.util.HashMap<>();
        products.forEach(p -> versions.put(p.id(), shelf.newest(p)));
        gate.notes("count=" + products.size());
        products.forEach(p -> Bound.told(
                gate,
                p.originator(),
                List.of(Objects.requireNonNull(versions.get(p.id())).title(p.number()))));
        Ticket ticket = gate.recorded();
        Map<Long, String> titles = content.titles(
                ticket,
                products.stream()
                        .map(p -> Objects.requireNonNull(versions.get(p.id())).title(p.number()))
                        .toList());
        return products.stream()
                .map(p -> Views.line(p, Objects.requireNonNull(versions.get(p.id())), titles))
                .toList();
    }

    /** What takes its place is published, of the same originator, and known to whoever says so. */
    private @Nullable String successor(Product withdrawn, @Nullable String number) {
        if (number == null) {
            return null;
        }
        Product next = shelf.find(number);
        if (next == null
                || next.state() != ProductState.PUBLISHED
                || !next.originator().equals(withdrawn.originator())
                || !review.known(next)) {
            throw Refused.objected(
                    "invalid-withdrawal", "supersededBy", "PKI-13", "You have published no product '" + number + "'.");
        }
        return number;
    }

    /** Of what is not one's own, only what one could read in full exists. */
    private boolean reviewable(Product product) {
        return review.readable(product, shelf.newest(product)) == Outcome.PERMIT;
    }

    private static boolean mayWithdraw(Product product, Hat hat) {
        return switch (product.state()) {
            case DRAFT -> false;
            case SUBMITTED -> hat.has(Role.CLASSIFICATION_OFFICER);
            case PUBLISHED, WITHDRAWN -> hat.has(Role.CLASSIFICATION_OFFICER) || hat.has(Role.RELEASE_AUTHORITY);
        };
    }

    /** The row is held by now: what was seen cannot change before this is done. */
    private void saw(Product product, @Nullable String seen) {
        gate.saw(review.shown(product, shelf.newest(product)), seen);
    }

    private Product authored(String number) {
        return own(number, p -> false);
    }

    private Product underReview(String number) {
        return own(number, p -> p.state() != ProductState.DRAFT && reviewable(p));
    }

    private Product own(String number, java.util.function.Predicate<Product> mayKnow) {
        gate.asked(number);
        Product product = shelf.find(number);
        if (product == null) {
            throw Refused.notFound();
        }
        shelf.lock(product);
        Hat hat = gate.hat();
        boolean known = product.originator().equals(hat.organisation())
                && ((product.isBy(hat) && review.known(product)) || mayKnow.test(product));
        gate.decideOwn(number, product.originator(), null, known);
        return product;
    }

    private Receipt keep(Product product, Labelled labelled, String by, Instant at) {
        return receipt(product, versions.write(product, labelled, by, at));
    }

    private Receipt receipt(Product product, Version version) {
        return receipt(product, version, List.of());
    }

    private Receipt receipt(Product product, Version version, List<Consequence> consequences) {
        shelf.flush();
        gate.notesVersion(version.number(), version.marking());
        return new Receipt(
                product.number(),
                product.state(),
                version.number(),
                version.marking(),
                version.contentHash(),
                consequences);
    }

    private String fresh(String organisation) {
        String number = Numbers.draw(organisation);
        while (shelf.taken(number)) {
            number = Numbers.draw(organisation);
        }
        return number;
    }

    private static String reasoned(String reason) {
        if (reason.isBlank()) {
            throw Refused.objected("reason-missing", "reason", "PKI-08", "A reason is needed.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refused.objected(
                    "reason-too-long", "reason", "PKI-08", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        return reason.strip();
    }

    private Receipt once(@Nullable String key, String request, Supplier<Receipt> work) {
        return once.answer(key, request, Views::text, Views::receipt, work);
    }
}
