package org.entente.release;

/** A release was filed, went on, or stands differently than before; {@link Course} tells how. */
public record Moved(String number) {}
