package org.entente.mission;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the graph of missions that wait for agreement. A mission's are agreed by the release authority of every lead, its own
 * founder's among them; a relation's by one lead of each mission, by its release authority or handover officer, two persons
 * (ORG-01). The last agreement makes it true.
 */
@Stateless
public class MissionProposals {
    private static final int LONGEST = 400;

    @Inject
    private Gate gate;

    @Inject
    private ProposalShelf proposals;

    @Inject
    private Agreements agreements;

    /** Those that one's own organisation made or is asked about, the newest first. */
    @Operation(Action.LIST_MISSION_PROPOSALS)
    public List<Proposal> list() {
        String own = gate.hat().organisation();
        List<Proposal> mine = proposals.all().stream().filter(p -> p.names(own)).toList();
        gate.notes("proposals " + mine.size());
        return mine;
    }

    /** Those in which this hat may agree now. */
    @Operation(Action.LIST_MISSION_PROPOSALS)
    public List<String> agreeable() {
        Hat hat = gate.hat();
        return proposals.open().stream()
                .filter(p -> place(p, hat) != null
                        && !proposals.persons(p).contains(gate.person().code()))
                .map(Proposal::number)
                .toList();
    }

    /** One's own organisation agrees; what everybody agreed to is so from now on. */
    @Operation(value = Action.AGREE_MISSION, secondFactor = true)
    public Proposal agree(String number) {
        Proposal proposal = held(number);
        Hat hat = gate.hat();
        if (proposal.asked().stream().anyMatch(a -> hat.id().equals(a.hat()))) {
            return proposal;
        }
        open(proposal);
        Proposal.Asked place = place(proposal, hat);
        if (place == null) {
            throw Refused.forbidden("not-your-step", "This agreement is not for this hat to give.", "ORG-01");
        }
        String person = gate.person().code();
        if (proposals.persons(proposal).contains(person)) {
            throw Refused.forbidden("same-person", "Each side agrees by a person of its own.", "ORG-01");
        }
        proposals.agreed(proposal, place.place(), hat, person, gate.moment().now());
        Proposal after = Objects.requireNonNull(proposals.find(number));
        gate.notes(hat.organisation() + " agrees to " + number + " " + proposal.kind() + " " + proposal.mission());
        if (after.asked().stream().noneMatch(Proposal.Asked::open)) {
            gate.notes("agreed " + number + " " + proposal.kind() + " " + proposal.mission() + ", last by "
                    + hat.organisation());
            agreements.carryOut(after);
            proposals.settle(after, Proposal.State.AGREED, gate.moment().now(), null);
        }
        return Objects.requireNonNull(proposals.find(number));
    }

    /** One's own organisation does not agree: nothing comes of it. */
    @Operation(Action.REFUSE_MISSION)
    public Proposal refuse(String number, String reason) {
        Proposal proposal = held(number);
        open(proposal);
        if (place(proposal, gate.hat()) == null) {
            throw Refused.forbidden("not-your-step", "This agreement is not for this hat to refuse.", "ORG-01");
        }
        return settled(proposal, Proposal.State.REFUSED, reason);
    }

    /** Who proposed it thinks better of it. */
    @Operation(Action.WITHDRAW_MISSION)
    public Proposal withdraw(String number, String reason) {
        Proposal proposal = held(number);
        if (!proposal.by().equals(gate.hat().organisation())) {
            throw Refused.forbidden("not-yours", "A proposal is withdrawn by the organisation that made it.", "ORG-01");
        }
        open(proposal);
        return settled(proposal, Proposal.State.WITHDRAWN, reason);
    }

    private Proposal settled(Proposal proposal, Proposal.State state, String reason) {
        Objections objections = new Objections();
        MissionRules.text(reason, "reason", LONGEST, objections);
        objections.throwIfAny("objections", "A reason is needed.");
        proposals.settle(proposal, state, gate.moment().now(), reason.strip());
        gate.notes(state + " " + proposal.number() + " " + proposal.kind() + " " + proposal.mission());
        return Objects.requireNonNull(proposals.find(proposal.number()));
    }

    /** To whom it says nothing, it is not there. */
    private Proposal held(String number) {
        gate.asked(number);
        Proposal proposal = proposals.held(number);
        if (proposal == null) {
            throw Refused.notFound();
        }
        gate.decideOwn(number, proposal.by(), null, proposal.names(gate.hat().organisation()));
        proposal.asked().forEach(a -> a.organisations().forEach(gate::concerns));
        return proposal;
    }

    private static void open(Proposal proposal) {
        if (!proposal.open()) {
            throw Refused.wrongState("This proposal is " + proposal.state() + ".", "ORG-01");
        }
    }

    /**
     * The agreement that this hat may give: where it might give either, the one that fewer others can. Within one mission the two
     * sides are two organisations.
     */
    static Proposal.@Nullable Asked place(Proposal proposal, Hat hat) {
        boolean may =
                hat.has(Role.RELEASE_AUTHORITY) || (proposal.kind().ofRelation() && hat.has(Role.HANDOVER_OFFICER));
        boolean within = proposal.relation() != null
                && proposal.relation().from().equals(proposal.relation().to());
        String own = hat.organisation();
        if (!may || (within && proposal.asked().stream().anyMatch(a -> own.equals(a.agreed())))) {
            return null;
        }
        return proposal.asked().stream()
                .filter(a -> a.open() && a.organisations().contains(own))
                .min(Comparator.comparingInt(a -> a.organisations().size()))
                .orElse(null);
    }
}
