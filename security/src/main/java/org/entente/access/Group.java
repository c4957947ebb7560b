package org.entente.access;

import java.util.List;

/** A code that stands for several organisations, each with the stretches of time in which it belongs. */
public record Group(String code, List<Member> members) {
    public Group {
        members = List.copyOf(members);
    }
}
