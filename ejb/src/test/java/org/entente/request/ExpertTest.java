package org.entente.request;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** PKI-05: a request finds those who know about it. */
class ExpertTest {
    private final Expert smuggling =
            new Expert("LO-ECW", List.of("Trafficking", "contrebande"), List.of("Ménaka", "Gao"), List.of("fr"));

    @Test
    void pki05_aCommonWordFindsAnExpertWhateverItsCaseAndAccents() {
        assertTrue(smuggling.knows(List.of("fuel trafficking"), List.of("MENAKA region")));
        assertTrue(smuggling.knows(List.of("CONTREBANDE de carburant"), List.of()));
        assertTrue(smuggling.knows(List.of(), List.of("gao")));
    }

    @Test
    void pki05_topicAndAreaMustBothFitWhereBothAreNamed() {
        assertFalse(smuggling.knows(List.of("trafficking"), List.of("Kidal")));
        assertFalse(smuggling.knows(List.of("training"), List.of("Gao")));
        assertFalse(smuggling.knows(List.of(), List.of()));
    }

    @Test
    void pki05_anExpertWithoutAreasKnowsThemAll() {
        Expert everywhere = new Expert("RA-ECW", List.of("early warning"), List.of(), List.of());
        assertTrue(everywhere.knows(List.of("warning of attacks"), List.of("Kidal")));
        assertFalse(everywhere.knows(List.of("fuel"), List.of("Kidal")));
    }

    @Test
    void pki05_shortWordsFindNobody() {
        assertFalse(new Expert("X", List.of("of the"), List.of(), List.of()).knows(List.of("of fuel"), List.of()));
    }
}
