package org.entente.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entente.identity.Role;
import org.entente.json.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * One change of who may do what, as a value. What is applied is what was proposed and confirmed: {@link #text} is shown, signed
 * for and kept, so that a row in the world can be laid beside the act that made it.
 */
public sealed interface WorldChange {
    /** The change in one line of JSON, its members in this order: equal changes have equal texts. */
    String text();

    /** The hat of which it is; null where it is of none. */
    default @Nullable String hat() {
        return null;
    }

    /** The change that has this text. */
    static WorldChange read(String text) {
        return WorldChangeReader.read(text);
    }

    /** A change of what one person may do, as an act proposes it. */
    sealed interface Right extends WorldChange {
        /** The same, but beginning not before this instant: nothing is confirmed for a time that has passed. */
        default Right notBefore(Instant now) {
            return switch (this) {
                case HatBegun h ->
                    new HatBegun(
                            h.hat,
                            h.person,
                            h.organisation,
                            h.roles,
                            h.posts,
                            h.mission,
                            later(h.from, now),
                            h.to,
                            h.provisional);
                case Assigned a -> new Assigned(a.hat, a.mission, later(a.from, now), a.to);
                case Cleared c -> new Cleared(c.hat, c.level, later(c.from, now), c.to);
                case Briefed b -> new Briefed(b.hat, b.scheme, later(b.from, now), b.to);
                case ConductSigned c -> new ConductSigned(c.hat, c.organisation, later(c.at, now));
                case HatSuspended s -> new HatSuspended(s.hat, later(s.at, now), s.by, s.reason);
                case SuspensionLifted l -> new SuspensionLifted(l.hat, later(l.at, now), l.by);
                case PersonEntered p -> p;
            };
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** Somebody begins to act for an organisation, in these roles and posts and in one mission. */
    record HatBegun(
            String hat,
            String person,
            String organisation,
            List<Role> roles,
            List<String> posts,
            String mission,
            Instant from,
            @Nullable Instant to,
            boolean provisional)
            implements Right {
        public HatBegun {
            roles = roles.stream().sorted().distinct().toList();
            posts = posts.stream().sorted().distinct().toList();
        }

        @Override
        public String text() {
            return dated(
                            new JsonLine()
                                    .put("change", "HAT_BEGUN")
                                    .put("hat", hat)
                                    .put("person", person)
                                    .put("organisation", organisation)
                                    .put("roles", roles.stream().map(Enum::name).toList())
                                    .put("posts", posts)
                                    .put("mission", mission),
                            from,
                            to)
                    .put("provisional", Boolean.toString(provisional))
                    .toString();
        }
    }

    /** A hat serves in a mission, or serves in it longer. */
    record Assigned(
            String hat,
            String mission,
            Instant from,
            @Nullable Instant to) implements Right {
        @Override
        public String text() {
            return dated(of("ASSIGNED", hat).put("mission", mission), from, to).toString();
        }
    }

    /**
     * A hat serves no longer.
     *
     * @param residualTo until when its wearer still reads what was their organisation's own (HND-07)
     * @param plan number of the handover that ended it
     */
    record AssignmentEnded(
            String hat,
            String mission,
            Instant at,
            @Nullable Instant residualTo,
            @Nullable String plan) implements WorldChange {
        @Override
        public String text() {
            JsonLine line = dated(of("ASSIGNMENT_ENDED", hat).put("mission", mission), at, residualTo);
            return (plan == null ? line : line.put("plan", plan)).toString();
        }
    }

    /** What stood in the way is on record: the hat is provisional no longer (HND-08). */
    record HatConfirmed(String hat, Instant at) implements WorldChange {
        @Override
        public String text() {
            return dated(of("HAT_CONFIRMED", hat), at, null).toString();
        }
    }

    /** Cleared up to a level of the organisation's own scheme (CLS-15). */
    record Cleared(
            String hat,
            String level,
            Instant from,
            @Nullable Instant to) implements Right {
        @Override
        public String text() {
            return dated(of("CLEARED", hat).put("level", level), from, to).toString();
        }
    }

    /** No longer cleared, for whatever level it was. */
    record ClearanceWithdrawn(String hat, Instant at) implements WorldChange {
        @Override
        public String text() {
            return dated(of("CLEARANCE_WITHDRAWN", hat), at, null).toString();
        }
    }

    /** Instructed on what handling information under this scheme asks of one (CLS-16). */
    record Briefed(String hat, String scheme, Instant from, Instant to) implements Right {
        @Override
        public String text() {
            return dated(of("BRIEFED", hat).put("scheme", scheme), from, to).toString();
        }
    }

    /** The organisation's code of conduct is signed (HND-08). */
    record ConductSigned(String hat, String organisation, Instant at) implements Right {
        @Override
        public String text() {
            return dated(of("CONDUCT_SIGNED", hat).put("organisation", organisation), at, null)
                    .toString();
        }
    }

    /** Taken off its wearer at once, until it is lifted. */
    record HatSuspended(String hat, Instant at, String by, String reason) implements Right {
        @Override
        public String text() {
            return dated(of("HAT_SUSPENDED", hat).put("by", by).put("reason", reason), at, null)
                    .toString();
        }
    }

    record SuspensionLifted(String hat, Instant at, String by) implements Right {
        @Override
        public String text() {
            return dated(of("SUSPENSION_LIFTED", hat).put("by", by), at, null).toString();
        }
    }

    /** Somebody becomes known here: the identity provider's subject is this person. It gives no right. */
    record PersonEntered(
            String person,
            String subject,
            String name,
            String language,
            @Nullable String mail) implements Right {
        @Override
        public String text() {
            JsonLine line = new JsonLine()
                    .put("change", "PERSON_ENTERED")
                    .put("person", person)
                    .put("subject", subject)
                    .put("name", name)
                    .put("language", language);
            return (mail == null ? line : line.put("mail", mail)).toString();
        }
    }

    /** The mandate of a mission ends, where no end was set before (HND-12). */
    record MissionEnded(String mission, Instant at) implements WorldChange {
        @Override
        public String text() {
            return dated(new JsonLine().put("change", "MISSION_ENDED").put("mission", mission), at, null)
                    .toString();
        }
    }

    /** A mission begins to exist, once those whom it binds have agreed. Its ends are legal, operational, of realignment, of liquidation. */
    record MissionFounded(
            String mission,
            @Nullable String host,
            String name,
            String mandate,
            @Nullable Instant begins,
            List<@Nullable Instant> ends)
            implements WorldChange {
        public MissionFounded {
            ends = Collections.unmodifiableList(new ArrayList<>(ends));
        }

        @Override
        public String text() {
            JsonLine line = new JsonLine()
                    .put("change", "MISSION_FOUNDED")
                    .put("mission", mission)
                    .put("name", name)
                    .put("mandate", mandate)
                    .put(
                            "ends",
                            ends.stream()
                                    .map(e -> e == null ? "" : e.toString())
                                    .toList());
            return begun(host == null ? line : line.put("host", host), begins, null)
                    .toString();
        }
    }

    /** The State in which a mission serves; null for none (CAV-06). */
    record HostNamed(String mission, @Nullable String host) implements WorldChange {
        @Override
        public String text() {
            JsonLine line = new JsonLine().put("change", "HOST_NAMED").put("mission", mission);
            return (host == null ? line : line.put("host", host)).toString();
        }
    }

    /**
     * A giver offers a receiver an arrangement; it is in force once the receiver has agreed, or another person of the giver has
     * confirmed what was agreed on paper (CAV-04).
     *
     * @param cap the highest level, in the giver's scheme
     * @param without controls that do not travel under it, in the order of the marking
     * @param approver role or post of the giver that alone signs under it; null for whom the production plan names
     * @param reference of the paper on which it was agreed; null where the receiver agrees here
     * @param scan SHA-256 of the paper's scan, in hexadecimal
     * @param by hat of whoever puts it forward, and the person who wears it
     */
    record ArrangementProposed(
            String number,
            String giver,
            String receiver,
            @Nullable String mission,
            String cap,
            List<String> without,
            @Nullable String approver,
            String basis,
            @Nullable String conditions,
            @Nullable String reference,
            @Nullable LocalDate writtenOn,
            @Nullable String scan,
            String by,
            String person,
            @Nullable Instant from,
            @Nullable Instant to)
            implements WorldChange {
        public ArrangementProposed {
            without = List.copyOf(without);
        }

        @Override
        public String text() {
            JsonLine line = new JsonLine()
                    .put("change", "ARRANGEMENT_PROPOSED")
                    .put("arrangement", number)
                    .put("giver", giver)
                    .put("receiver", receiver)
                    .put("cap", cap)
                    .put("without", without)
                    .put("basis", basis)
                    .put("by", by)
                    .put("person", person);
            if (approver != null) {
                line.put("approver", approver);
            }
            if (reference != null) {
                line.put("reference", reference);
            }
            if (writtenOn != null) {
                line.put("writtenOn", writtenOn.toString());
            }
            if (scan != null) {
                line.put("scan", scan);
            }
            if (mission != null) {
                line.put("mission", mission);
            }
            if (conditions != null) {
                line.put("conditions", conditions);
            }
            return begun(line, from, to).toString();
        }
    }

    /**
     * An arrangement comes into force, rests or ends.
     *
     * @param agreedBy the hat that agreed for the receiver; null where nobody was asked
     */
    record ArrangementMoved(
            String number,
            String state,
            String why,
            @Nullable String agreedBy) implements WorldChange {
        @Override
        public String text() {
            JsonLine line = new JsonLine()
                    .put("change", "ARRANGEMENT_MOVED")
                    .put("arrangement", number)
                    .put("state", state)
                    .put("why", why);
            return (agreedBy == null ? line : line.put("agreedBy", agreedBy)).toString();
        }
    }

    /** Nothing of an organisation's reaches those whom a force of grave violations serves, from then on (PKI-11). */
    record ForceBarred(String organisation, String force, String receiver, Instant at) implements WorldChange {
        @Override
        public String text() {
            return dated(
                            new JsonLine()
                                    .put("change", "FORCE_BARRED")
                                    .put("organisation", organisation)
                                    .put("force", force)
                                    .put("receiver", receiver),
                            at,
                            null)
                    .toString();
        }
    }

    /** A new review lets a force be supported again: what was barred because of it is so no longer. */
    record ForceCleared(String organisation, String force, Instant at) implements WorldChange {
        @Override
        public String text() {
            return dated(
                            new JsonLine()
                                    .put("change", "FORCE_CLEARED")
                                    .put("organisation", organisation)
                                    .put("force", force),
                            at,
                            null)
                    .toString();
        }
    }

    /** A giver lets its information inside one product go to a receiver (CAV-13). */
    record ConsentGiven(
            String giver,
            String receiver,
            String product,
            Instant from,
            @Nullable Instant to) implements WorldChange {
        @Override
        public String text() {
            return dated(
                            new JsonLine()
                                    .put("change", "CONSENT_GIVEN")
                                    .put("giver", giver)
                                    .put("receiver", receiver)
                                    .put("product", product),
                            from,
                            to)
                    .toString();
        }
    }

    private static JsonLine of(String change, String hat) {
        return new JsonLine().put("change", change).put("hat", hat);
    }

    private static JsonLine dated(JsonLine line, Instant from, @Nullable Instant to) {
        return begun(line, from, to);
    }

    private static JsonLine begun(JsonLine line, @Nullable Instant from, @Nullable Instant to) {
        if (from != null) {
            line.put("from", from.toString());
        }
        return to == null ? line : line.put("to", to.toString());
    }
}
