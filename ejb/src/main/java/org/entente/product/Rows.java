package org.entente.product;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of one access class, in reverse order of the list, so that what is published last is appended at the end. */
final class Rows {
    private final List<Row> rows = new ArrayList<>();

    void add(Row row) {
        if (rows.isEmpty() || rows.getLast().compareTo(row) > 0) {
            rows.add(row);
        } else {
            int place = Collections.binarySearch(rows, row, Collections.reverseOrder());
            rows.add(place < 0 ? -place - 1 : place, row);
        }
    }

    void remove(Row row) {
        int place = Collections.binarySearch(rows, row, Collections.reverseOrder());
        if (place >= 0) {
            rows.remove(place);
        }
    }

    Row get(int index) {
        return rows.get(index);
    }

    int size() {
        return rows.size();
    }

    /** Index of the first row in list order that is not before {@code from}; -1 if there is none. */
    int startingAt(Row from) {
        if (rows.isEmpty()) {
            return -1;
        }
        if (rows.getLast().compareTo(from) >= 0) {
            return rows.size() - 1;
        }
        int place = Collections.binarySearch(rows, from, Collections.reverseOrder());
        return place >= 0 ? place : -place - 2;
    }
}
