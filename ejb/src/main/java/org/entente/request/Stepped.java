package org.entente.request;

import org.jspecify.annotations.Nullable;

/** A step of a request has just been taken, at one addressee or at all of them; {@link Correspondence} tells who may know. */
public record Stepped(String number, Step step, @Nullable String addressee) {}
