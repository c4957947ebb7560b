/**
 * Exercises: the scenario's products, loaded as they would have been published, and the platform's clock, which the exercise
 * director may set. On a platform that is not in exercise mode none of this exists.
 */
@NullMarked
package org.entente.exercise;

import org.jspecify.annotations.NullMarked;
