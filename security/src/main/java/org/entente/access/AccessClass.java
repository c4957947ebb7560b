package org.entente.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision depends on but instants and the product's id, compiled once for a world and shared by all products
 * that are alike. The product type counts only in so far as a FLASH reaches the provisional too.
 */
public final class AccessClass {
    /** What makes two products alike. */
    record Key(
            String originator,
            String type,
            @Nullable String mission,
            String marking,
            List<String> portions,
            Ground ground,
            @Nullable String unit) {
        Key {
            portions = List.copyOf(portions);
        }
    }

    private static final int[] NONE = {};
    private static final String FLASH = "FLASH";

    /** What whoever may read it without a marking is bound to. */
    private static final Set<Handling> NOTHING_LEAVES =
            EnumSet.of(Handling.NO_PRINT, Handling.NO_FORWARD, Handling.NO_EXTRACT);

    final Key key;
    final Atlas atlas;
    final int originator;

    /** The other originators of what is held jointly. */
    final int[] coOriginators;

    final boolean flash;

    /** Whether other organisations have it only by a release that is in force. */
    final boolean byRelease;

    final boolean emergency;

    final int mission;

    /** Whether one of the originator's units made it. */
    final boolean ofUnit;

    /** That unit; unknown if the world has none of the name. */
    final int unit;

    /** Whether the marking and every portion's marking parsed; where not, the rest is empty and is not looked at. */
    final boolean parsed;

    /** Whether it came in unmarked and waits for an officer to find its marking (CLS-02). */
    final boolean unknown;

    final int level;
    final boolean classified;
    /** A bit for each control of the marking. */
    final int controls;

    final boolean source;
    final boolean named;
    final boolean open;
    final boolean acknowledge;
    /** Whether its marking lists organisations, its own among them. */
    final boolean listed;

    final boolean excluding;
    final boolean derived;
    final Audience releasableTo;
    final Audience notReleasableTo;
    final int[] eyesOnly;
    final int[] givers;

    /** All whose information it is: originators, and givers of what is inside. */
    final long[] owners;

    final boolean missionBound;
    final long[] missions;
    final @Nullable Instant embargoUntil;
    final @Nullable Instant expires;
    final boolean portioned;
    final Portion[] portions;
    final Decision.Permit permit;
    final Decision.AcknowledgementRequired acknowledgement = new Decision.AcknowledgementRequired(List.of());

    AccessClass(Key key, Atlas atlas) {
        this.key = key;
        this.atlas = atlas;
        originator = atlas.organisations.of(key.originator());
        flash = key.type().equals(FLASH);
        byRelease = key.ground() != Ground.MARKING;
        emergency = key.ground() == Ground.EMERGENCY;
        mission = key.mission() == null ? Codes.UNKNOWN : atlas.missions.of(key.mission());
        ofUnit = key.unit() != null;
        unit = key.unit() == null ? Codes.UNKNOWN : atlas.units.of(key.unit());
        Marking marking = parse(key.marking());
        portions = key.portions().stream()
                .map(this::parse)
                .map(portion -> new Portion(portion, atlas))
                .toArray(Portion[]::new);
        portioned = portions.length > 0;
        parsed = marking != null && List.of(portions).stream().allMatch(portion -> portion.parsed);
        unknown = key.marking().equals(Marking.UNKNOWN);
        Level mark = marking == null ? null : marking.level();
        coOriginators = atlas.organisations.numbers(marking == null ? List.of() : marking.coOriginators());
        level = mark == null ? Codes.UNKNOWN : atlas.number(mark);
        classified = mark == null || mark.classified();
        controls = marking == null ? 0 : bits(marking.controls());
        source = marking != null && marking.controls().contains(Control.SOURCE);
        List<String> eyes = marking == null ? List.of() : marking.eyesOnly();
        named = !eyes.isEmpty();
        eyesOnly = eyes.isEmpty() ? NONE : atlas.names.numbers(eyes);
        List<String> rel = marking == null ? List.of() : marking.releasableTo();
        open = !classified && rel.isEmpty() && eyes.isEmpty();
        listed = !rel.isEmpty();
        releasableTo = atlas.audience(rel);
        List<String> excluded = marking == null ? List.of() : marking.notReleasableTo();
        excluding = !excluded.isEmpty();
        notReleasableTo = atlas.audience(excluded);
        derived = marking != null && !marking.contains().isEmpty();
        givers = atlas.organisations.numbers(marking == null ? List.of() : marking.contains());
        Set<String> all = new TreeSet<>(marking == null ? List.of() : marking.contains());
        all.addAll(marking == null ? List.of() : marking.joint());
        all.add(key.originator());
        owners = atlas.organisations.bits(all);
        List<String> bound = marking == null ? List.of() : marking.missions();
        missionBound = !bound.isEmpty();
        missions = atlas.missions.bits(bound);
        embargoUntil = midnight(marking == null ? null : marking.embargoUntil());
        expires = midnight(marking == null ? null : marking.expires());
        Set<Handling> handling = marking == null ? NOTHING_LEAVES : marking.handling();
        acknowledge = handling.contains(Handling.ACK_REQUIRED);
        permit = new Decision.Permit(List.of(), handling);
    }

    /** A bit for each control. */
    @SuppressWarnings("EnumOrdinal") // never stored
    static int bits(Set<Control> controls) {
        int bits = 0;
        for (Control control : controls) {
            bits |= 1 << control.ordinal();
        }
        return bits;
    }

    /** Whether an organisation is none of the originators. */
    boolean isForeignTo(int organisation) {
        if (organisation == originator) {
            return false;
        }
        for (int other : coOriginators) {
            if (other == organisation) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Marking parse(String text) {
        return switch (atlas.grammar.parse(key.originator(), text)) {
            case Parsed.Ok(Marking marking) -> marking;
            case Parsed.Failed failed -> null;
        };
    }

    private static @Nullable Instant midnight(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A product of this class, as it is written down beside a decision. */
    public ProductFacts product(String number, Instant published, List<String> portionIds, Releases releases) {
        List<PortionFacts> marked = new ArrayList<>();
        for (int i = 0; i < key.portions().size(); i++) {
            marked.add(new PortionFacts(portionIds.get(i), key.portions().get(i)));
        }
        return new ProductFacts(
                number,
                key.type(),
                key.originator(),
                key.mission(),
                published,
                key.marking(),
                marked,
                byRelease ? releases : null,
                emergency,
                key.unit());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessClass that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
