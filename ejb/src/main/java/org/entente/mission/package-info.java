/**
 * Missions as a dated graph: who leads them, on which mandate, until which of four ends; which follows which, runs beside it, or
 * is led jointly; what they are to have reached. See {@code docs/spec/handover.md}.
 */
@NullMarked
package org.entente.mission;

import org.jspecify.annotations.NullMarked;
