package org.entente.handover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as a condition on the table of items, so that it is the database that looks, counts and leafs. */
final class Choice {
    private final StringBuilder condition = new StringBuilder("plan = ?");
    private final List<Object> parameters = new ArrayList<>();

    private Choice() {}

    static Choice of(ItemFilter filter) {
        Choice choice = new Choice();
        choice.where("kind = ?", filter.kind());
        choice.where("disposition = ?", filter.disposition());
        choice.where("outcome = ?", filter.outcome());
        choice.where("level COLLATE utf8mb4_bin = ?", filter.level());
        choice.where("FIND_IN_SET(?, REPLACE(barriers, ' ', ','))", filter.barrier());
        choice.where("disposition IS NULL", filter.undisposed());
        choice.where("outcome IS NULL", filter.unaccounted());
        choice.where("barriers = ''", filter.free());
        choice.where("addendum", filter.addendum());
        return choice;
    }

    static Choice of(Collection<String> references) {
        return of(ItemFilter.NONE).among(references);
    }

    /** Of what it admits, only these. */
    Choice among(Collection<String> references) {
        condition.append(references.isEmpty() ? " AND FALSE" : " AND reference IN (" + marks(references.size()) + ")");
        parameters.addAll(references);
        return this;
    }

    private void where(String restriction, @Nullable Object value) {
        if (value instanceof Boolean asked) {
            condition.append(asked ? " AND " + restriction : "");
        } else if (value != null) {
            condition.append(" AND ").append(restriction);
            parameters.add(value instanceof Enum<?> word ? word.name() : value);
        }
    }

    String condition() {
        return condition.toString();
    }

    Object[] parameters(Plan plan) {
        List<Object> all = new ArrayList<>();
        all.add(plan.id());
        all.addAll(parameters);
        return all.toArray();
    }

    static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }
}
