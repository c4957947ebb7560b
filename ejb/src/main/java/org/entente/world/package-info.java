/**
 * The world as this platform knows it: organisations and their classification schemes, missions, sharing arrangements, and
 * who wears which hat from when to when. Read from tables into an immutable snapshot; every operation first asks one row
 * whether its snapshot is still the newest, so a change takes effect on the very next request. The platform's clock lives
 * here too: in an exercise it can be set.
 */
@NullMarked
package org.entente.world;

import org.jspecify.annotations.NullMarked;
