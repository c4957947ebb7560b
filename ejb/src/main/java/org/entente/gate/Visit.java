package org.entente.gate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.access.Grounds;
import org.entente.audit.Event;
import org.entente.audit.Opens;
import org.entente.identity.Hat;
import org.entente.log.Leaf;
import org.entente.log.Made;
import org.entente.world.Moment;
import org.entente.world.Person;
import org.jspecify.annotations.Nullable;

/** One passage through the door: who, in which hat, when, and what became known of the object on the way. */
final class Visit {
    private static final int LONGEST_NOTE = 2_000;

    final Action action;
    final Caller caller;
    final Moment moment;
    UUID eventId = UUID.randomUUID();

    @Nullable
    Person person;

    @Nullable
    Hat hat;

    boolean decided;
    Leaf.Outcome outcome = Leaf.Outcome.PERMIT;
    boolean recorded;

    /** Whether what it is about leaves only once its record was cosigned, and whether it is leaving now. */
    boolean guarded;

    boolean opens;

    /** Whether its record is being made before it ends, so that something may be opened against it. */
    boolean recording;

    @Nullable
    Grounds grounds;

    @Nullable
    String object;

    @Nullable
    String objectVersion;

    @Nullable
    String originator;

    @Nullable
    String marking;

    @Nullable
    String decision;

    @Nullable
    String purpose;

    @Nullable
    String detail;

    /** How strongly the caller was proved and how long before, where the operation asked for it. */
    @Nullable
    String strength;

    /** What it has written of products, of the world and of whoever signed or may do what. */
    final Made made = new Made();

    /** What is to be bound at its end as it stands then. */
    final Map<String, Runnable> held = new LinkedHashMap<>();

    final Opens opened = new Opens();

    private final List<String> reasons = new ArrayList<>();
    private int subjects;

    Visit(Action action, Caller caller, Moment moment) {
        this.action = action;
        this.caller = caller;
        this.moment = moment;
    }

    void isAbout(String what, String whose, @Nullable String marked) {
        object = what;
        originator = whose;
        marking = marked;
        guarded = marked != null && moment.world().policy().guarded(whose, marked, moment.now());
        concerns(whose);
    }

    void concerns(String organisation) {
        subjects |= 1 << moment.world().logBit(organisation);
    }

    /** What opens words, counts or changes is not for somebody who only looks. */
    void takesPart() {
        if (caller.onlyLooking()) {
            throw new Refused(new Refusal.OnlyLooking());
        }
    }

    /** Asked before the object is looked at, or once it is clear that the caller knows of it: it must not tell what is there. */
    void provedStrongly() {
        Duration age = caller.secondFactorAge();
        if (age == null) {
            throw new Refused(new Refusal.SecondFactorRequired(Door.SECOND_FACTOR_HOLDS));
        }
        strength = "level2, " + age.toSeconds() + " s";
    }

    void because(List<String> more) {
        more.stream().filter(r -> !reasons.contains(r)).forEach(reasons::add);
    }

    Event event(Leaf.Outcome outcome) {
        String platform = caller.platformName();
        String organisation = hat == null ? "" : hat.organisation();
        int bit = hat == null ? Event.PLATFORM : moment.world().logBit(organisation);
        return new Event(
                eventId,
                action.name(),
                action.number(),
                moment.now(),
                organisation,
                bit,
                subjects | (hat == null ? 0 : 1 << bit),
                originator == null ? Event.PLATFORM : moment.world().logBit(originator),
                outcome,
                guarded && opens ? Leaf.Mode.W : Leaf.Mode.D,
                moment.world().hash(),
                platform != null ? "platform:" + platform : person == null ? null : person.code(),
                hat == null ? null : hat.id(),
                hat == null
                        ? null
                        : hat.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                hat == null
                        ? null
                        : cut(hat.missionsAt(moment.now()).stream().sorted().collect(Collectors.joining(" ")), 200),
                cut(caller.session(), 64),
                cut(caller.address(), 64),
                cut(object, 80),
                objectVersion,
                originator,
                marking,
                decision,
                List.copyOf(reasons),
                purpose,
                cut(strength == null ? detail : "[" + strength + "] " + (detail == null ? "" : detail), LONGEST_NOTE),
                grounds == null ? null : grounds.hatText(),
                grounds == null ? null : grounds.productText(),
                outcome == Leaf.Outcome.PERMIT ? made : new Made(),
                recording ? opened : new Opens());
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        String begin = text.length() <= most ? text : text.substring(0, most);
        // half a character is not kept as it came, and the digest would no longer be that of its opening
        return new String(begin.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
