package org.entente.gate;

/**
 * One thing wrong with what was asked.
 *
 * @param field where, as the sender names it, for example {@code portions[1].marking}
 * @param rule id of the rule that objects
 */
public record Objection(String field, String rule, String message) {}
