package org.entente.web.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InkTest {
    @Test
    void whatNoPaperTakesIsReplacedByASignThatShows() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe", Ink.of("a\u0000b\u001Bc\uD800d\u202Ee"));
    }

    @Test
    void lettersOfAnyScriptAndTheirJoinersStay() {
        String text = "Élève, œuvre; مرحبا\u200F שלום 中文 😀 \tx\ny";
        assertEquals(text, Ink.of(text));
    }

    @Test
    void emptyLinesAreNoContent() {
        assertEquals("a\n\nb", Ink.of("a" + "\n".repeat(1000) + "b"));
    }
}
