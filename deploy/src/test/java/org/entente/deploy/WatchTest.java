package org.entente.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchTest {
    @Test
    void the_first_restart_is_prompt_and_the_pauses_grow_to_a_limit() {
        assertEquals(Duration.ofMillis(500), Watch.pause(1));
        assertTrue(Watch.pause(2).compareTo(Watch.pause(1)) > 0);
        assertEquals(Duration.ofSeconds(15), Watch.pause(40));
    }
}
