package org.entente.marking;

/** What adding up portions gave. */
public sealed interface RolledUp {
    record Banner(Marking marking) implements RolledUp {}

    record Refused(RollUpError error) implements RolledUp {}
}
