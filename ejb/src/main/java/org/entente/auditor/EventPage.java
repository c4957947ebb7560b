package org.entente.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of the record, newest first; {@code next} is where it goes on. */
public record EventPage(List<EventView> items, @Nullable String next) {
    public EventPage {
        items = List.copyOf(items);
    }
}
