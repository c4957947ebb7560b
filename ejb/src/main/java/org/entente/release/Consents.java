package org.entente.release;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Operation;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/** The originators' queue: questions to them, and those that their own organisation asked. */
@Stateless
public class Consents {
    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private Progress progress;

    @Inject
    private WorldChanges world;

    @Inject
    private Knowing knowing;

    @Inject
    private ReleaseViews views;

    @Inject
    private Approvers approvers;

    @Inject
    private Diligence diligence;

    @Operation(Action.LIST_CONSENTS)
    public List<ConsentView> list() {
        gate.sight();
        List<ConsentView> all = shelf.questions(gate.hat().organisation()).stream()
                .filter(this::concerns)
                .map(views::question)
                .toList();
        gate.notes("consents count=" + all.size());
        return all;
    }

    @Operation(Action.SEE_CONSENT)
    public ConsentView see(String number) {
        return views.question(admitted(number));
    }

    /**
     * Answers one question. A giver who has nobody on this platform answers in writing, and an officer of the asking
     * organisation, not the requester, enters that with its reference.
     *
     * @param seen the seal over the question as it was shown
     */
    @Operation(Action.ANSWER_CONSENT)
    public ConsentView answer(String number, ConsentAnswer answer, @Nullable String seen) {
        ConsentRequest question = admitted(number);
        answered(question, answer, question.giver().equals(gate.hat().organisation()), seen);
        return views.question(question);
    }

    private ConsentRequest admitted(String number) {
        gate.asked(number);
        ConsentRequest question = shelf.question(number);
        String own = gate.hat().organisation();
        if (question == null
                || (!question.giver().equals(own)
                        && !question.release().releaser().equals(own))
                || !concerns(question)) {
            throw Refused.notFound();
        }
        gate.decideOwn(number, question.giver(), marking(question), true);
        return question;
    }

    /** A giver is asked whatever it knows of the rest; the asking side sees what is its own to know. */
    private boolean concerns(ConsentRequest question) {
        Circulating product = circulation.get(question.release().product());
        boolean thirdParty = question.giver().equals(gate.hat().organisation())
                && !product.originator().equals(gate.hat().organisation());
        return thirdParty || knowing.known(product, gate.hat());
    }

    private String marking(ConsentRequest question) {
        return circulation.get(question.release().product()).marking();
    }

    /**
     * Answers every question of this release that is put to the acting organisation.
     *
     * @param seen the seals over all of them, with a comma between
     */
    @Operation(Action.ANSWER_CONSENT)
    public ReleaseView answerAll(String release, ConsentAnswer answer, @Nullable String seen) {
        gate.asked(release);
        String own = gate.hat().organisation();
        ReleaseRequest request = shelf.find(release);
        List<ConsentRequest> theirs = request == null
                ? List.of()
                : request.consents().stream().filter(c -> c.giver().equals(own)).toList();
        if (request == null || theirs.isEmpty()) {
            throw Refused.notFound();
        }
        Instant now = gate.moment().now();
        List<ConsentRequest> asked =
                theirs.stream().filter(c -> c.state(now) == ConsentState.ASKED).toList();
        Circulating product = circulation.get(request.product());
        gate.decideOwn(release, own, product.marking(), true);
        if (asked.isEmpty()) {
            throw Refused.wrongState("Nothing is asked of you here, or its time is over.", "CAV-13");
        }
        for (ConsentRequest one : asked) {
            answered(one, answer, true, seen);
        }
        return views.forGiver(request);
    }

    private void answered(ConsentRequest question, ConsentAnswer answer, boolean theirs, @Nullable String seen) {
        Hat hat = gate.hat();
        circulation.lock(question.release().product());
        ReleaseRequest release =
                Objects.requireNonNull(shelf.lock(question.release().number()));
        Circulating product = circulation.get(release.product());
        gate.concerns(release.releaser());
        Instant now = gate.moment().now();
        if (release.requester().equals(hat.person())) {
            throw Refused.forbidden(
                    "separation-of-duties", "Nobody consents to a release that they requested.", "PKI-09");
        }
        if (!theirs) {
            inWriting(question, answer);
        }
        if (!answer.granted()) {
            Releases.reasoned(answer.reason());
        }
        if (answer.lapses() != null && !answer.lapses().isAfter(now)) {
            throw Refused.objected("invalid-consent", "lapses", "CAV-13", "A consent that has lapsed gives nothing.");
        }
        if (release.stage(Basis.of(product, release.recipientCodes())) != Stage.ORIGINATOR_CONSENT) {
            throw Refused.wrongState("This release does not wait for consents.", "PKI-08");
        }
        // who lets somebody else hand it on signs in place of the arrangement's approver (CAV-04)
        if (answer.granted() && theirs && !question.giver().equals(release.releaser())) {
            List<Objection> objections =
                    new ArrayList<>(approvers.objections(hat, question.giver(), product, List.of(question.receiver())));
            diligence
                    .of(question.giver(), List.of(question.receiver()))
                    .all()
                    .forEach(
                            force -> objections.add(
                                    new Objection(
                                            "recipients",
                                            "PKI-11",
                                            force
                                                    + ": a force of the recipient without a review in force, or of HIGH risk without mitigation.")));
            if (!objections.isEmpty()) {
                throw new Refused(new Refusal.Objected("objections", "This is not yours to grant.", objections));
            }
        }
        gate.saw(question.shown(product, now), seen);
        question.answered(
                answer.granted(),
                hat,
                now,
                answer.reason(),
                answer.alternative(),
                theirs ? null : answer.reference(),
                answer.lapses());
        if (answer.granted() && !question.giver().equals(product.originator())) {
            world.apply(new WorldChange.ConsentGiven(
                    question.giver(), question.receiver(), product.number(), now, answer.lapses()));
        }
        gate.notes((answer.granted() ? "granted " : "refused ") + question.giver() + " for " + question.receiver()
                + " of " + product.number());
        progress.onwards(release, product);
        shelf.moved(release);
    }

    private void inWriting(ConsentRequest question, ConsentAnswer answer) {
        if (knowing.answersHere(question.giver())) {
            throw Refused.forbidden(
                    "not-your-step", "The giver has officers here; nobody answers in its stead.", "CAV-13");
        }
        if (answer.granted()
                && (answer.reference() == null || answer.reference().isBlank())) {
            throw Refused.objected(
                    "reference-missing",
                    "reference",
                    "CAV-13",
                    "A consent in writing is entered with the reference of the paper.");
        }
    }
}
