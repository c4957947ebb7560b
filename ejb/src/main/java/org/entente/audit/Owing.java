package org.entente.audit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.log.Field;
import org.entente.log.Owed;
import org.entente.log.Slots;

/**
 * Who is owed what of an event (AUD-04, AUD-05, CAV-10): of their own people everything; of others' on their own products what was
 * done and not by whom; of what was hidden from their people no more than of what is not there. Decided once, when the record is
 * made, and sealed with it: no page and no export shows more, and none may show less.
 */
final class Owing {
    private static final Set<Field> OF_PERSONS = EnumSet.of(
            Field.PERSON, Field.HAT, Field.MISSION, Field.SESSION, Field.ADDRESS, Field.DETAIL, Field.HAT_GROUND);

    /** What would tell that there is something. */
    private static final Set<Field> OF_HIDDEN = EnumSet.of(
            Field.OBJECT_VERSION,
            Field.ORIGINATOR,
            Field.MARKING,
            Field.DECISION,
            Field.REASONS,
            Field.HAT_GROUND,
            Field.OBJECT_GROUND);

    private Owing() {}

    /** The bits of what is owed, by slot. */
    static SortedMap<Integer, Long> of(Event event, Map<Field, String> values, Set<Integer> lists) {
        long present = bits(values.keySet());
        long allLists = lists.stream().mapToLong(Owed::list).sum();
        SortedMap<Integer, Long> owed = new TreeMap<>();
        for (int slot = 0; slot < Slots.JOINT; slot++) {
            if ((event.subjectOrgs() & (1 << slot)) != 0) {
                // one row is several organisations' work: who else wrote it, and when, is nobody's to tell from its
                // digests
                long fields = present & ~Field.MADE.bit();
                boolean actor = slot == event.actorBit();
                if (!actor) {
                    fields &= ~bits(OF_PERSONS);
                }
                boolean own = slot == event.originatorBit();
                if (!own && hidden(event)) {
                    fields &= ~bits(OF_HIDDEN);
                }
                if (!own && !actor) {
                    // what a third organisation holds of it is no business of this one
                    fields &= ~Field.OBJECT_GROUND.bit();
                }
                owed.put(slot, fields | (actor ? allLists : allLists & Owed.list(slot)));
            }
        }
        owed.put(Slots.JOINT, present | allLists);
        return owed;
    }

    private static boolean hidden(Event event) {
        return event.reasons().contains("not-found")
                || "HIDDEN".equals(event.decision())
                || "NO_HAT".equals(event.decision());
    }

    private static long bits(Set<Field> fields) {
        return fields.stream().mapToLong(Field::bit).sum();
    }
}
