package org.entente.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.access.HatRules;
import org.entente.access.World;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Refused;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Role;
import org.entente.world.Moment;
import org.entente.world.Personnel;
import org.entente.world.WorldChange;
import org.jspecify.annotations.Nullable;

/** The rules by which an act is proposed, whatever path it comes by: a page, a partner's system, a handover. */
@ApplicationScoped
class Offices {
    static final int LONGEST = 400;
    private static final int BRIEFED_MONTHS = 12;

    @Inject
    private Gate gate;

    @Inject
    private ActStore acts;

    /** Stores a proposal that nothing is objected to; the gate has been asked about its object. */
    PeopleAct propose(
            ActKind kind,
            String organisation,
            String bearer,
            WorldChange.Right change,
            @Nullable String reason,
            @Nullable String plan) {
        Hat acting = gate.hat();
        if (acting.person().equals(bearer)) {
            throw Refused.forbidden("separation-of-duties", "Nobody proposes a right of their own.", "ORG-02");
        }
        Objections objections = new Objections();
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            objections.add("reason", "ORG-01", "Say on what ground, in 1 to " + LONGEST + " characters.");
        }
        objections(kind, organisation, change)
                .forEach(o -> objections.add(kind.field(o.field()), o.rule(), o.message()));
        objections.throwIfAny("objections", "This cannot be proposed.");
        PeopleAct act = new PeopleAct(
                0,
                Numbers.draw("ACT"),
                kind,
                organisation,
                change.hat(),
                bearer,
                change,
                said,
                plan,
                acting.organisation(),
                acting.id(),
                acting.person(),
                gate.moment().now(),
                ActState.PROPOSED,
                null,
                null,
                List.of());
        acts.add(act);
        gate.concerns(organisation);
        gate.notes("proposes " + act.number() + " " + change.text());
        return Objects.requireNonNull(acts.find(act.number()));
    }

    /** All that the rules have against a change, as things stand; asked when it is proposed and again when it is confirmed. */
    List<HatRules.Objection> objections(ActKind kind, String organisation, WorldChange.Right change) {
        Objected objected = new Objected();
        Moment moment = gate.moment();
        switch (change) {
            case WorldChange.HatBegun begun -> begins(kind, organisation, begun, moment, objected);
            case WorldChange.Assigned a -> {
                mission(a.mission(), moment, objected);
                within(a.from(), a.to(), objected);
            }
            case WorldChange.Cleared c -> {
                within(c.from(), c.to(), objected);
                Hat hat = Objects.requireNonNull(moment.world().personnel(c.hat()))
                        .hat();
                objected.all.addAll(HatRules.objections(
                        cleared(hat, c.level()),
                        List.of(),
                        moment.world().policy().world()));
            }
            case WorldChange.Briefed b -> {
                within(b.from(), b.to(), objected);
                if (b.to().isAfter(b.from()
                        .atZone(ZoneOffset.UTC)
                        .plusMonths(BRIEFED_MONTHS)
                        .toInstant())) {
                    objected.add("to", "CLS-16", "A briefing holds for " + BRIEFED_MONTHS + " months.");
                }
                if (moment.world().policy().world().schemes().stream()
                        .noneMatch(s -> s.code().equals(b.scheme()))) {
                    objected.add("scheme", "CLS-16", "There is no scheme '" + b.scheme() + "'.");
                }
            }
            case WorldChange.PersonEntered p -> person(p, moment, objected);
            case WorldChange.SuspensionLifted l -> {
                if (Objects.requireNonNull(moment.world().personnel(l.hat())).suspension() == null) {
                    objected.add("hat", "ORG-01", l.hat() + " is not suspended.");
                }
            }
            case WorldChange.HatSuspended s -> {
                if (Objects.requireNonNull(moment.world().personnel(s.hat())).suspension() != null) {
                    objected.add("hat", "ORG-01", s.hat() + " is suspended already.");
                }
            }
            case WorldChange.ConductSigned c -> {}
        }
        return objected.all;
    }

    private static final class Objected {
        final List<HatRules.Objection> all = new java.util.ArrayList<>();

        void add(String field, String rule, String message) {
            all.add(new HatRules.Objection(field, rule, message));
        }
    }

    private void begins(
            ActKind kind, String organisation, WorldChange.HatBegun begun, Moment moment, Objected objected) {
        World world = moment.world().policy().world();
        if (!named(begun.hat())) {
            objected.add("hat", "ORG-01", "A hat has a name of 2 to 40 capitals, digits and dashes.");
        } else if (moment.world().personnel(begun.hat()) != null) {
            objected.add("hat", "ORG-01", "There is a hat " + begun.hat() + " already.");
        }
        for (Role role : begun.roles()) {
            if (!kind.gives(role)) {
                objected.add("roles", "ORG-02", "Nobody becomes " + role + " by this path.");
            }
        }
        for (String post : begun.posts()) {
            post(post, organisation, moment, objected);
        }
        mission(begun.mission(), moment, objected);
        within(begun.from(), begun.to(), objected);
        Hat hat = new Hat(
                begun.hat().isBlank() ? "-" : begun.hat(),
                begun.person(),
                organisation,
                Set.copyOf(begun.posts()),
                Set.copyOf(begun.roles()),
                List.of(),
                null,
                null,
                List.of(),
                List.of());
        objected.all.addAll(HatRules.objections(hat, others(begun.person(), begun.from(), moment), world));
    }

    /** Whether this can be a hat's name at all. */
    static boolean named(String hat) {
        return hat.matches("[A-Z][A-Z0-9-]{1,39}");
    }

    /** What somebody wears at that time or later, and what is suspended only. */
    private static Collection<Hat> others(String person, Instant from, Moment moment) {
        return moment.world().personnel().stream()
                .map(Personnel::hat)
                .filter(h -> h.person().equals(person))
                .filter(h -> h.assignments().stream()
                        .map(a -> a.during().to())
                        .anyMatch(to -> to == null || to.isAfter(from)))
                .toList();
    }

    /** A post opens what is for its holder's eyes alone (CAV-07): an organisation fills its own. */
    private static void post(String post, String organisation, Moment moment, Objected objected) {
        if (!post.matches("[A-Z][A-Z0-9-]{1,39}")) {
            objected.add("posts", "CAV-07", "A post has a name of 2 to 40 capitals, digits and dashes.");
            return;
        }
        Set<String> holders = new HashSet<>();
        moment.world().personnel().stream()
                .filter(p -> p.hat().posts().contains(post))
                .forEach(p -> holders.add(p.hat().organisation()));
        boolean own = holders.isEmpty() ? post.startsWith(organisation + "-") : holders.equals(Set.of(organisation));
        if (!own) {
            objected.add(
                    "posts",
                    "CAV-07",
                    "'" + post + "' is no post of " + organisation + "; a new one begins with " + organisation + "-.");
        }
    }

    private static void mission(String mission, Moment moment, Objected objected) {
        if (moment.world().policy().world().missions().stream()
                .noneMatch(m -> m.code().equals(mission))) {
            objected.add("mission", "UNKNOWN_CODE", "There is no mission '" + mission + "'.");
        }
    }

    private static void within(Instant from, @Nullable Instant to, Objected objected) {
        if (to != null && !to.isAfter(from)) {
            objected.add("to", "ORG-01", "It ends after it begins.");
        }
    }

    private static Hat cleared(Hat hat, String level) {
        return new Hat(
                hat.id(),
                hat.person(),
                hat.organisation(),
                hat.posts(),
                hat.roles(),
                hat.assignments(),
                hat.provisionalUntil(),
                hat.residual(),
                List.of(new Clearance(level, Interval.ALWAYS)),
                hat.briefings());
    }

    private static void person(WorldChange.PersonEntered p, Moment moment, Objected objected) {
        if (!p.person().matches("[a-z][a-z0-9.-]{1,39}")) {
            objected.add(
                    "person", "ORG-01", "A person's short name has 2 to 40 small letters, digits, dots and dashes.");
        }
        if (!p.subject().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            objected.add(
                    "subject",
                    "ORG-01",
                    "A subject is the identity provider's id, such as 1c8b5a4e-b32a-3c2b-a339-0dfb449dd0a2.");
        }
        if (p.name().isBlank()
                || p.name().length() > 120
                || p.name()
                        .chars()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            objected.add("name", "ORG-01", "A name has 1 to 120 characters that show.");
        }
        if (!p.language().equals("en") && !p.language().equals("fr")) {
            objected.add("language", "ORG-01", "A language is en or fr.");
        }
        String mail = p.mail();
        if (mail != null && !mail.matches("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+){0,8}")) {
            objected.add("mail", "ORG-01", "'" + mail + "' is no mail address.");
        }
        if (moment.world().person(p.subject()) != null || moment.world().personByCode(p.person()) != null) {
            objected.add("person", "ORG-01", "This name or subject is taken.");
        }
    }

    /** The hat of that name of the caller's own organisation; for others' there is none. */
    Personnel own(String hat) {
        gate.asked(hat);
        Personnel found = gate.moment().world().personnel(hat);
        if (found == null) {
            throw Refused.notFound();
        }
        String organisation = found.hat().organisation();
        gate.decideOwn(hat, organisation, null, organisation.equals(gate.hat().organisation()));
        return found;
    }

    /** Whoever suspended a hat, in whatever hat of theirs, has no say in giving it back. */
    void notSuspendedBy(Personnel one, Hat acting) {
        Personnel.Suspension suspension = one.suspension();
        if (suspension == null) {
            return;
        }
        Personnel by = gate.moment().world().personnel(suspension.by());
        if (by != null && by.hat().person().equals(acting.person())) {
            throw Refused.forbidden("separation-of-duties", "Somebody else lifts what you suspended.", "ORG-02");
        }
    }

    /** Whether this organisation may give this person a hat: they have or had one of it, or it entered them. */
    boolean knows(String organisation, String person) {
        return gate.moment().world().personByCode(person) != null
                && (gate.moment().world().personnel().stream()
                                .anyMatch(p -> p.hat().person().equals(person)
                                        && p.hat().organisation().equals(organisation))
                        || acts.entered(organisation, person));
    }
}
