package org.entente.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may become of an item, rule by rule. */
class ItemRulesTest {
    private static Item item(String kind, boolean hold, Barrier... barriers) {
        return new Item(
                1,
                kind,
                "P",
                1L,
                1,
                new byte[32],
                "AU",
                "AU SECRET",
                "AU SECRET",
                Set.of(barriers),
                false,
                null,
                null,
                null,
                null,
                hold,
                null,
                null,
                null,
                null,
                null,
                null,
                4,
                new byte[16]);
    }

    private static List<String> against(Item item, Disposition disposition, Set<String> consented, boolean substitute) {
        return ItemRules.against(
                        new ItemFacts(item, disposition, Set.of("AU", "FRA"), consented, true, substitute, false))
                .stream()
                .map(ItemRules.Rule::id)
                .toList();
    }

    @Test
    void hnd02_nothingThatIsControlledGoesAsItIsWithoutEveryGiversConsent() {
        for (Barrier barrier :
                EnumSet.of(Barrier.ORCON, Barrier.THIRD_PARTY, Barrier.NOT_RELEASABLE, Barrier.EYES_ONLY)) {
            for (Disposition disposition : Disposition.values()) {
                Item item = item("OWN", false, barrier);
                assertEquals(
                        disposition.asItIs(),
                        against(item, disposition, Set.of("AU"), true).contains("HND-02"),
                        barrier + " " + disposition);
                assertFalse(
                        against(item, disposition, Set.of("AU", "FRA"), true).contains("HND-02"));
            }
        }
        assertTrue(against(item("OWN", false), Disposition.TRANSFER, Set.of(), false)
                .isEmpty());
    }

    @Test
    void cav06_whatExcludesTheSuccessorStaysAwayWhoeverConsents() {
        Item item = item("OWN", false, Barrier.EXCLUDED);
        Set<String> all = Set.of("AU", "FRA");
        assertTrue(against(item, Disposition.COPY, all, true).contains("CAV-06"));
        assertTrue(against(item, Disposition.TRANSFER, all, true).contains("CAV-06"));
        assertTrue(against(item, Disposition.RETURN, all, true).isEmpty());
    }

    @Test
    void aSourceIsNeverHandedOnAsItIs() {
        Item item = item("OWN", false, Barrier.SOURCE);
        assertTrue(against(item, Disposition.COPY, Set.of("AU", "FRA"), true).contains("SOURCE"));
        assertTrue(against(item, Disposition.SANITISE_THEN_COPY, Set.of(), true).isEmpty());
    }

    @Test
    void pki11_whatDueDiligenceStandsAgainstIsNotSentByAnyDisposition() {
        for (Disposition disposition : Disposition.values()) {
            ItemFacts facts = new ItemFacts(item("OWN", false), disposition, Set.of(), Set.of(), true, true, true);
            assertEquals(
                    disposition.sent() ? List.of("PKI-11") : List.of(),
                    ItemRules.against(facts).stream().map(ItemRules.Rule::id).toList());
        }
    }

    @Test
    void cls41_aSanitisedVersionIsThereBeforeItGoes() {
        assertEquals(List.of("CLS-41"), against(item("OWN", false), Disposition.SANITISE_THEN_COPY, Set.of(), false));
    }

    @Test
    void hnd19_aLegalHoldOverridesEverything() {
        for (Disposition disposition : Disposition.values()) {
            boolean kept = disposition == Disposition.HOLD || disposition == Disposition.RETAIN;
            assertEquals(
                    !kept,
                    against(item("OWN", true), disposition, Set.of("AU", "FRA"), true)
                            .contains("HND-19"));
        }
    }

    @Test
    void hnd14_custodyPassesOnlyFromWhoHasIt() {
        ItemFacts without =
                new ItemFacts(item("OWN", false), Disposition.TRANSFER, Set.of(), Set.of(), false, false, false);
        assertEquals(
                List.of("HND-14"),
                ItemRules.against(without).stream().map(ItemRules.Rule::id).toList());
    }

    @Test
    void hnd04_custodyOfAWorkingPaperDoesNotPass() {
        assertEquals(List.of("HND-04"), against(item("DRAFT", false), Disposition.TRANSFER, Set.of(), false));
        assertTrue(against(item("DRAFT", false), Disposition.DESTROY, Set.of(), false)
                .isEmpty());
    }

    @Test
    void hnd06_countsReconcilePerLevelAndPerBarrier() {
        Tally received = new Tally("AU-C", Set.of(Barrier.ORCON), Disposition.COPY, Outcome.RECEIVED, false, 2);
        Tally open = new Tally("AU-C", Set.of(), Disposition.COPY, null, false, 1);
        Reconciliation sum = Reconciliation.of(List.of(received, open));
        assertEquals(3, sum.items());
        assertEquals(3, sum.sent());
        assertEquals(1, sum.difference());
        assertEquals(2, sum.outcomes().get(Outcome.RECEIVED));
        Reconciliation.Line orcon = sum.lines().stream()
                .filter(l -> l.name().equals("ORCON"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, orcon.items());
        assertEquals(2, orcon.sent());
        assertEquals(0, orcon.difference());
    }

    @Test
    void onlyWhatWasSentIsReceivedAndOnlyWhatWasToBeDestroyedIs() {
        for (Disposition disposition : Disposition.values()) {
            Item item = accounted(item("OWN", false), disposition, null);
            assertEquals(disposition.sent(), Outcomes.fits(item, Outcome.RECEIVED));
            assertEquals(disposition == Disposition.DESTROY, Outcomes.fits(item, Outcome.DESTROYED));
            assertEquals(disposition == Disposition.RETAIN, Outcomes.fits(item, Outcome.RETAINED));
        }
    }

    private static Item accounted(Item i, Disposition disposition, @org.jspecify.annotations.Nullable Outcome outcome) {
        return new Item(
                i.id(),
                i.kind(),
                i.reference(),
                i.productId(),
                i.version(),
                i.contentHash(),
                i.originator(),
                i.marking(),
                i.level(),
                i.barriers(),
                false,
                disposition,
                null,
                null,
                null,
                false,
                outcome,
                null,
                null,
                null,
                null,
                null,
                4,
                new byte[16]);
    }

    @Test
    void hnd19_aLegalHoldThatComesAfterTheDecisionStillOverridesIt() {
        Item condemned = accounted(item("OWN", false), Disposition.DESTROY, null);
        Item held = held(condemned);
        assertTrue(Outcomes.fits(condemned, Outcome.DESTROYED));
        assertFalse(Outcomes.fits(held, Outcome.DESTROYED));
        assertTrue(Outcomes.fits(held, Outcome.ON_HOLD));
        assertFalse(Outcomes.fits(held(accounted(item("OWN", false), Disposition.RETURN, null)), Outcome.RETURNED));
        assertTrue(Outcomes.fits(held(accounted(item("OWN", false), Disposition.RETAIN, null)), Outcome.RETAINED));
    }

    private static Item held(Item i) {
        return Inventories.withHold(i, true);
    }
}
