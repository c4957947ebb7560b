package org.entente.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a sanitised version must not say (CLS-42). */
class LeaksTest {
    private static final List<String> REMOVED = List.of("The report comes from herder Falcon at the western well.");
    private static final List<String> KEPT = List.of("The cache lies at the western well.");

    @Test
    void cls42_aStringOfARemovedPortionIsFoundWhateverItsCaseAccentsAndSpaces() {
        assertEquals(List.of("herder falcon"), Leaks.in("Told by HERDER   Fálcon", REMOVED, KEPT));
        assertTrue(Leaks.in("nothing of that", REMOVED, KEPT).isEmpty());
    }

    @Test
    void cls42_whatAKeptPortionSaysTooIsNoLeak() {
        assertTrue(Leaks.in("It lies at the western well.", REMOVED, KEPT).isEmpty());
        assertFalse(Leaks.in("It lies at the western well.", REMOVED, List.of()).isEmpty());
    }

    @Test
    void cls42_sevenCharactersAreNotEnoughAndEightAre() {
        assertTrue(Leaks.in("herder-", REMOVED, KEPT).isEmpty());
        assertTrue(Leaks.in("er falc", REMOVED, KEPT).isEmpty());
        assertEquals(List.of("er falco"), Leaks.in("er falco", REMOVED, KEPT));
    }

    @Test
    void cls42_whatShowsNothingHidesNothing() {
        for (String between :
                List.of("\u00AD", "\u2060", "\u200B", "\u200D", "\uFEFF", "\u202E", "\u0301", "-", " ", ".")) {
            String hidden = String.join(between, "herder Falcon".split(""));
            assertFalse(Leaks.in(hidden, REMOVED, KEPT).isEmpty(), between);
        }
        assertFalse(Leaks.in("DIE STRASSE NACH GAO", List.of("die Straße nach Gao"), List.of())
                .isEmpty());
    }

    @Test
    void cls42_theEndOfOneWordAndTheBeginningOfTheNextAreNoLeak() {
        assertTrue(Leaks.in("EXERCISE - the well", List.of("EXERCISE. Told by a man."), List.of("EXERCISE. Dry."))
                .isEmpty());
    }

    @Test
    void cls42_namesAndNumbersArePointedOutAtAnyLength() {
        Names names = new Names(
                List.of("Told by Yusuf at 12 345 Rue d’Ély, tel. 07-08. The well is dry. جاء زيد"),
                List.of("The well, 12 men."));
        assertEquals(Set.of("yusuf"), names.in("met yusuf there"));
        assertEquals(Set.of("Yu\u00ADsuf".replace("\u00AD", "")), names.in("Yu\u00ADsuf"));
        assertEquals(Set.of("yusuf"), names.in("y u s u f"));
        assertEquals(Set.of("Ely"), names.in("to Ely"));
        assertEquals(Set.of("12-345"), names.in("no. 12-345"));
        assertEquals(Set.of("12345"), names.in("no. 12345"));
        assertEquals(Set.of("0708"), names.in("call 0708"));
        assertEquals(Set.of("زيد"), names.in("زيد"));
        assertEquals(Set.of(), names.in("The well of 12 men, and the men"));
    }

    @Test
    void cls42_everyPieceOfEightCharactersOfARandomRemovedTextIsFoundWhereverItStands() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            String secret = word(random, 8 + random.nextInt(20));
            int from = random.nextInt(secret.length() - 7);
            String piece = secret.substring(from, from + 8);
            String text = "0" + "1".repeat(random.nextInt(20)) + piece + "2".repeat(random.nextInt(20));
            assertFalse(Leaks.in(text, List.of(secret), List.of("a kept one")).isEmpty(), piece);
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
