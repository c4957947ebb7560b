package org.entente.audit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.log.Field;
import org.entente.log.Leaf;
import org.entente.log.Made;
import org.jspecify.annotations.Nullable;

/**
 * What happened: who, in which hat, did what to which object, how it was decided, and on what ground (domain rules AUD-01,
 * AUD-06). Holds no title and no text, ever.
 *
 * @param action the operation's name and registered number
 * @param actorOrg code of the acting organisation; empty for the platform itself
 * @param subjectOrgs bits of the organisations that the event concerns, the actor's included
 * @param originatorBit number of the organisation whose the object is, {@link #PLATFORM} where it is nobody's
 * @param object number of the product, or another handle of what was acted on
 * @param originator organisation whose the object is
 * @param decision the outcome of the access decision where one was made
 * @param hatGround the hat as the decision went by it, {@code objectGround} the product; kept under their digests
 * @param detail what else the action has to say: a query, a count, a reason
 * @param made what it wrote, empty for nothing
 * @param opened what of whose is opened against its record
 */
public record Event(
        UUID id,
        String action,
        int type,
        Instant occurred,
        String actorOrg,
        int actorBit,
        int subjectOrgs,
        int originatorBit,
        Leaf.Outcome outcome,
        Leaf.Mode mode,
        byte[] policyHash,
        @Nullable String person,
        @Nullable String hat,
        @Nullable String roles,
        @Nullable String mission,
        @Nullable String session,
        @Nullable String address,
        @Nullable String object,
        @Nullable String objectVersion,
        @Nullable String originator,
        @Nullable String marking,
        @Nullable String decision,
        List<String> reasons,
        @Nullable String purpose,
        @Nullable String detail,
        @Nullable String hatGround,
        @Nullable String objectGround,
        Made made,
        Opens opened) {

    /** Actor number of the platform's own callers. */
    public static final int PLATFORM = 255;

    /** What stands for the platform itself where an organisation acts. */
    static final String NOBODY = "-";

    /** The fields that have a value; {@link Field#OPENED} has none of its own. */
    Map<Field, String> values() {
        Map<Field, String> values = new EnumMap<>(Field.class);
        put(values, Field.PERSON, person);
        put(values, Field.HAT, hat);
        put(values, Field.ROLES, roles);
        put(values, Field.MISSION, mission);
        put(values, Field.SESSION, session);
        put(values, Field.ADDRESS, address);
        put(values, Field.OBJECT, object);
        put(values, Field.OBJECT_VERSION, objectVersion);
        put(values, Field.ORIGINATOR, originator);
        put(values, Field.MARKING, marking);
        put(values, Field.DECISION, decision);
        put(values, Field.REASONS, reasons.isEmpty() ? null : String.join(" ", reasons));
        put(values, Field.PURPOSE, purpose);
        put(values, Field.DETAIL, detail);
        put(values, Field.HAT_GROUND, GroundStore.digest(hatGround));
        put(values, Field.OBJECT_GROUND, GroundStore.digest(objectGround));
        put(values, Field.MADE, made.digest());
        put(values, Field.ACTION, Integer.toString(type));
        put(values, Field.OCCURRED, Long.toString(occurred.toEpochMilli()));
        put(values, Field.ACTOR, actorOrg.isEmpty() ? NOBODY : actorOrg);
        put(values, Field.OUTCOME, outcome.name());
        put(values, Field.MODE, mode.name());
        put(values, Field.POLICY, HexFormat.of().formatHex(policyHash));
        return values;
    }

    private static void put(Map<Field, String> values, Field field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
