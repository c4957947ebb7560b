package org.entente.auditor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a standard question: a table in the columns of the question. Cells are text, numbers or instants.
 *
 * @param more whether there are more rows than were asked for
 */
public record Answered(Question question, List<List<@Nullable Object>> rows, boolean more) {
    public Answered {
        rows = rows.stream().map(Answered::kept).toList();
    }

    private static List<@Nullable Object> kept(List<@Nullable Object> row) {
        return Collections.unmodifiableList(new ArrayList<>(row));
    }
}
