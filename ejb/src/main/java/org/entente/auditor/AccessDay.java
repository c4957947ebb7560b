package org.entente.auditor;

import java.time.LocalDate;

/** What was opened and what was denied on one day, in UTC. */
public record AccessDay(LocalDate day, long opened, long denied) {}
