/**
 * Handover: what a mission holds, knows and owes passes from one organisation to another, item by item, with both sides'
 * signatures, at one instant, without anybody losing or gaining more than was agreed. A plan's stages and acts stand in one table
 * ({@link org.entente.handover.Act}); what objects is a list of rules. See {@code docs/spec/handover.md}.
 */
@NullMarked
package org.entente.handover;

import org.jspecify.annotations.NullMarked;
