package org.entente.auditor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.log.Slots;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What one auditor may see (AUD-04): the events of their own people and those on their own products, with other organisations'
 * people reduced to organisation and roles; the joint auditor sees all of it.
 *
 * @param own the auditor's organisation; null for the joint auditor
 */
record Scope(@Nullable String own, int bit, Moment moment) {

    static Scope of(Hat hat, Moment moment) {
        boolean joint = hat.has(Role.JOINT_AUDITOR);
        return new Scope(
                joint ? null : hat.organisation(),
                joint ? 0xFFFF : 1 << moment.world().logBit(hat.organisation()),
                moment);
    }

    boolean joint() {
        return own == null;
    }

    /** The auditor's slot in each record. */
    int slot() {
        return own == null ? Slots.JOINT : moment.world().logBit(own);
    }

    Instant now() {
        return moment.now();
    }

    /** A condition on {@code audit_opening}. */
    String events() {
        return joint() ? "TRUE" : "(o.subject_orgs & " + bit + ") <> 0";
    }

    /** A condition with as many marks for {@link #own} as there are columns, twice each: one of them is the auditor's own. */
    String oneOf(String... columns) {
        if (joint()) {
            return "TRUE";
        }
        String mine = "'" + own + "'";
        return "(" + String.join(" = " + mine + " OR ", columns) + " = " + mine + ")";
    }

    /** A condition that the auditor's own is among the organisations in a column, which blanks separate. */
    String among(String column) {
        return joint() ? "TRUE" : "FIND_IN_SET('" + own + "', REPLACE(" + column + ", ' ', ',')) > 0";
    }

    boolean isOwn(@Nullable String organisation) {
        return joint() || Objects.equals(own, organisation);
    }

    /** Of another organisation's people no name is told. */
    @Nullable
    String person(ResultSet row, String organisation, String person) throws SQLException {
        return isOwn(row.getString(organisation)) ? row.getString(person) : null;
    }

    /** Hats now in existence that this auditor answers for. */
    List<Hat> hats() {
        return moment.world().hats().stream()
                .filter(hat -> isOwn(hat.organisation()))
                .sorted(java.util.Comparator.comparing(Hat::id))
                .toList();
    }
}
