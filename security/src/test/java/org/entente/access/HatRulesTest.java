package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Role;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.junit.jupiter.api.Test;

/** What every hat keeps to, by whatever path it comes. */
class HatRulesTest {
    private static final World WORLD = new World(
            List.of(
                    new Scheme("UN", "UN", false, List.of(new Level("UN-C", "UN CONFIDENTIAL", true, "UN", 0))),
                    new Scheme("AU", "AU", false, List.of(new Level("AU-C", "AU CONFIDENTIAL", true, "AU", 0)))),
            List.of(),
            List.of(
                    new Organisation("UN", Organisation.Kind.PRINCIPAL),
                    new Organisation("AU", Organisation.Kind.PRINCIPAL)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of());

    @Test
    void org01_aHatHasARole() {
        assertEquals(List.of("ORG-01"), rules(hat("A", "sow", "UN", Set.of(), List.of()), List.of()));
    }

    @Test
    void org02_nobodyHoldsTwoDutiesInOneHatNorInTwo() {
        Set<Role> duties = Set.of(
                Role.CLASSIFICATION_OFFICER,
                Role.RELEASE_AUTHORITY,
                Role.AUDITOR,
                Role.SECURITY_OFFICER,
                Role.ORG_ADMIN);
        for (Role one : duties) {
            Hat worn = hat("A", "sow", "UN", Set.of(one), List.of());
            for (Role other : duties) {
                Hat more = hat("B", "sow", "UN", Set.of(other), List.of());
                List<String> expected = one == other ? List.of() : List.of("ORG-02");
                assertEquals(expected, rules(hat("A", "sow", "UN", EnumSet.of(one, other), List.of()), List.of()));
                assertEquals(expected, rules(more, List.of(worn)), one + " beside " + other);
                assertEquals(List.of(), rules(more, List.of(hat("A", "sow", "AU", Set.of(one), List.of()))));
                assertEquals(List.of(), rules(more, List.of(hat("A", "reis", "UN", Set.of(one), List.of()))));
            }
        }
    }

    @Test
    void org02_whoAuditsForAllMayAuditForTheirOwn() {
        assertEquals(
                List.of(),
                rules(hat("A", "amadi", "UN", Set.of(Role.AUDITOR, Role.JOINT_AUDITOR), List.of()), List.of()));
    }

    @Test
    void cls15_anOrganisationClearsInItsOwnSchemeOnly() {
        assertEquals(List.of(), rules(hat("A", "sow", "UN", Set.of(Role.ANALYST), List.of("UN-C")), List.of()));
        assertEquals(List.of("CLS-15"), rules(hat("A", "sow", "UN", Set.of(Role.ANALYST), List.of("AU-C")), List.of()));
        assertEquals(List.of("CLS-15"), rules(hat("A", "sow", "UN", Set.of(Role.ANALYST), List.of("UN-X")), List.of()));
    }

    private static List<String> rules(Hat hat, List<Hat> others) {
        return HatRules.objections(hat, others, WORLD).stream()
                .map(HatRules.Objection::rule)
                .toList();
    }

    private static Hat hat(String id, String person, String organisation, Set<Role> roles, List<String> levels) {
        return new Hat(
                id,
                person,
                organisation,
                Set.of(),
                roles,
                List.of(),
                null,
                null,
                levels.stream().map(l -> new Clearance(l, Interval.ALWAYS)).toList(),
                List.of());
    }
}
