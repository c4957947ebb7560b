package org.entente.release;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.access.World;
import org.entente.gate.Action;
import org.entente.gate.Objections;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.marking.Control;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/** What can be arranged at all, and whether both sides can say so here or one of them only on paper (CAV-04, CAV-05). Pure. */
final class ArrangementRules {
    private static final int LONGEST = 400;
    private static final int LONGEST_REFERENCE = 200;

    private ArrangementRules() {}

    /** Everything that is wrong with it, field by field. */
    static void check(ArrangementOffer offer, String giver, World world, Collection<Hat> hats, Objections objections) {
        String receiver = world.vocabulary().organisation(offer.receiver());
        if (receiver == null || receiver.equals(giver)) {
            objections.add("receiver", "CAV-04", "'" + offer.receiver() + "' is no other organisation.");
        }
        if (offer.mission() != null && world.vocabulary().mission(offer.mission()) == null) {
            objections.add("mission", "UNKNOWN_CODE", "There is no mission '" + offer.mission() + "'.");
        }
        Level level = world.vocabulary().levelByCode(offer.cap());
        Scheme own = world.vocabulary().schemeOf(giver);
        if (level == null || own == null || !level.scheme().equals(own.code())) {
            objections.add("cap", "CAV-05", "'" + offer.cap() + "' is no level of the giver's own scheme.");
        }
        if (offer.from() != null && offer.to() != null && !offer.to().isAfter(offer.from())) {
            objections.add("to", "CAV-04", "An arrangement ends after it begins.");
        }
        if (offer.basis().isBlank() || offer.basis().length() > LONGEST) {
            objections.add("basis", "CAV-04", "An arrangement has a basis, in at most " + LONGEST + " characters.");
        }
        if (offer.conditions() != null && offer.conditions().length() > LONGEST) {
            objections.add("conditions", "CAV-04", "This can have at most " + LONGEST + " characters.");
        }
        for (int i = 0; i < offer.without().size(); i++) {
            String control = offer.without().get(i);
            if (Stream.of(Control.values()).noneMatch(c -> c.name().equals(control))) {
                objections.add(
                        "without[" + i + "]",
                        "CAV-04",
                        "'" + control + "' is no control of a marking; they are " + List.of(Control.values()) + ".");
            }
        }
        if (offer.approver() != null && !signs(offer.approver(), giver, hats)) {
            objections.add(
                    "approver",
                    "CAV-04",
                    "'" + offer.approver() + "' is no role that authorises a release, and no post of the giver.");
        }
    }

    /** The paper: what it is called, when it was written, and what its scan is. */
    static void check(WrittenAgreement written, Instant now, Objections objections) {
        if (written.reference().isBlank() || written.reference().length() > LONGEST_REFERENCE) {
            objections.add(
                    "written.reference",
                    "CAV-04",
                    "What was agreed in writing is entered with the paper's reference, in at most " + LONGEST_REFERENCE
                            + " characters.");
        }
        if (written.date().isAfter(now.atOffset(java.time.ZoneOffset.UTC).toLocalDate())) {
            objections.add("written.date", "CAV-04", "A paper of a day to come has not been signed.");
        }
        if (written.scan() != null && !written.scan().matches("[0-9a-f]{64}")) {
            objections.add("written.scan", "CAV-04", "The scan is named by its SHA-256, in 64 hexadecimal digits.");
        }
    }

    /** Whether the receiver has somebody here now who agrees to arrangements. */
    static boolean agreesHere(String receiver, Collection<Hat> hats, Instant now) {
        return hats.stream()
                .anyMatch(h -> h.organisation().equals(receiver) && h.liveAt(now) && h.has(Role.RELEASE_AUTHORITY));
    }

    /** The names of the controls, each once, in the order of the marking. */
    static List<String> inOrder(List<String> without) {
        return ArrangementShelf.controls(without).stream()
                .map(Objects::toString)
                .toList();
    }

    private static boolean signs(@Nullable String approver, String giver, Collection<Hat> hats) {
        return Action.AUTHORISE_RELEASE.roles().stream().anyMatch(r -> r.name().equals(approver))
                || hats.stream()
                        .anyMatch(
                                h -> h.organisation().equals(giver) && h.posts().contains(approver));
    }
}
