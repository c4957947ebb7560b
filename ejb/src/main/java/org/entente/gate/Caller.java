package org.entente.gate;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.entente.identity.Hat;
import org.entente.world.Moment;
import org.entente.world.Person;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling in this request: a person whom the identity provider vouched for, with the hat they want to act in, or the
 * platform itself under a name. Set once at the edge; the door resolves it against the world as it is at that moment.
 */
@RequestScoped
public class Caller {
    private @Nullable String subject;
    private @Nullable String platformName;
    private @Nullable String wishedHat;
    private @Nullable String session;
    private @Nullable String address;
    private @Nullable Instant secondFactor;
    private boolean onlyLooking;
    private @Nullable UUID receipt;
    private final Deque<Visit> visits = new ArrayDeque<>();

    /** A person calls; {@code session} is the identity provider's, as the record keeps it. */
    public void isPerson(String subject, @Nullable String session, @Nullable String address) {
        this.subject = subject;
        this.session = session;
        this.address = address;
        this.platformName = null;
        this.secondFactor = null;
    }

    /** Whether they ask about a thing without taking it, as HEAD does: nothing is opened, counted or changed for them. */
    public void looks(boolean only) {
        this.onlyLooking = only;
    }

    boolean onlyLooking() {
        return onlyLooking;
    }

    /** The person who calls used a second factor at this time, by the real clock; null if none is known of. */
    public void proved(@Nullable Instant secondFactor) {
        this.secondFactor = secondFactor;
    }

    /**
     * How long ago a second factor was used; null if none was, or one too long ago to count. Identity is proved in real time,
     * whatever an exercise makes of the platform's clock.
     */
    public @Nullable Duration secondFactorAge() {
        Duration age = secondFactor == null ? null : Duration.between(secondFactor, Instant.now());
        return age == null || age.compareTo(Door.SECOND_FACTOR_HOLDS) > 0 ? null : age;
    }

    public void wishes(@Nullable String hat) {
        this.wishedHat = hat == null || hat.isBlank() ? null : hat.strip();
    }

    public void isPlatform(String name) {
        this.platformName = name;
        this.subject = null;
        this.secondFactor = null;
    }

    boolean platform() {
        return platformName != null;
    }

    @Nullable
    String platformName() {
        return platformName;
    }

    @Nullable
    String session() {
        return session;
    }

    @Nullable
    String address() {
        return address;
    }

    Person person(Moment moment) {
        Person person = subject == null ? null : moment.world().person(subject);
        if (person == null) {
            throw Refused.forbidden("person-unknown", "You are signed in, but no organisation here knows you.");
        }
        return person;
    }

    static List<Hat> wearable(Person person, Moment moment) {
        return moment.world().hatsOf(person).stream()
                .filter(h -> h.liveAt(moment.now()) || h.residualAt(moment.now()))
                .toList();
    }

    /** The acting hat: the one asked for, or the only one there is (ORG-03). */
    Hat hat(Person person, Moment moment) {
        List<Hat> wearable = wearable(person, moment);
        if (wishedHat != null) {
            boolean theirs = moment.world().hatsOf(person).stream().anyMatch(h -> h.id().equals(wishedHat));
            if (!theirs) {
                throw Refused.forbidden("hat-not-yours", "That hat is not yours.", "ORG-03");
            }
            return wearable.stream()
                    .filter(h -> h.id().equals(wishedHat))
                    .findFirst()
                    .orElseThrow(Caller::notLive);
        }
        return switch (wearable.size()) {
            case 0 -> throw notLive();
            case 1 -> wearable.getFirst();
            default ->
                throw new Refused(
                        new Refusal.HatRequired(wearable.stream().map(Hat::id).toList()));
        };
    }

    @Nullable
    Hat hatIfClear(Person person, Moment moment) {
        List<Hat> wearable = wearable(person, moment);
        List<Hat> wished =
                wearable.stream().filter(h -> h.id().equals(wishedHat)).toList();
        return wished.size() == 1 ? wished.getFirst() : wearable.size() == 1 ? wearable.getFirst() : null;
    }

    private static Refused notLive() {
        return Refused.forbidden("hat-not-live", "You have no such hat at this time.", "HAT_NOT_LIVE");
    }

    /** The event of the last change that this request made: its receipt. Null if it made none. */
    public @Nullable UUID receipt() {
        return receipt;
    }

    void changed(Visit visit) {
        receipt = visit.eventId;
    }

    void enter(Visit visit) {
        visits.push(visit);
    }

    void leave() {
        visits.pop();
    }

    Visit visit() {
        return Objects.requireNonNull(visits.peek(), "no operation is under way: a boundary was entered past the door");
    }
}
