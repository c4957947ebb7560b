package org.entente.gate;

import java.time.Instant;
import java.util.List;
import org.entente.access.AccessClass;

/**
 * A published thing as the gate decides on it.
 *
 * @param portions ids of its portions, in document order
 */
public record Shared(
        String number,
        String originator,
        String marking,
        Instant published,
        AccessClass access,
        List<String> portions) {}
