package org.entente.json;

import java.util.List;
import java.util.Map;

/** A JSON value that remembers its line and its path. */
sealed interface Node {
    int line();

    String path();

    record Fields(int line, String path, Map<String, Node> members) implements Node {}

    record Items(int line, String path, List<Node> nodes) implements Node {}

    record Text(int line, String path, String value) implements Node {}

    /** A number as it was written; reading it is left to whoever knows its range. */
    record Digits(int line, String path, String value) implements Node {}

    record Flag(int line, String path, boolean value) implements Node {}

    record Nothing(int line, String path) implements Node {}
}
