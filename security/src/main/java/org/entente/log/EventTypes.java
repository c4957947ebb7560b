package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The registered numbers of actions with their names; a record with any other number is an error. */
public final class EventTypes {
    private static final SortedMap<Integer, String> NAMES = read();
    private static final Map<String, Integer> NUMBERS =
            NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final boolean[] KNOWN = known();

    private EventTypes() {}

    public static boolean isKnown(int number) {
        return number >= 0 && number < KNOWN.length && KNOWN[number];
    }

    public static SortedMap<Integer, String> names() {
        return NAMES;
    }

    /** The number of the action of that name, which must be one. */
    public static int number(String name) {
        Integer number = NUMBERS.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no action is called " + name);
        }
        return number;
    }

    public static boolean isKnown(String name) {
        return NUMBERS.containsKey(name);
    }

    private static boolean[] known() {
        boolean[] known = new boolean[NAMES.lastKey() + 1];
        NAMES.keySet().forEach(number -> known[number] = true);
        return known;
    }

    private static SortedMap<Integer, String> read() {
        try (InputStream in = EventTypes.class.getResourceAsStream("event-types.txt")) {
            if (in == null) {
                throw new IllegalStateException("event-types.txt is not beside its class");
            }
            SortedMap<Integer, String> names = new TreeMap<>();
            new String(in.readAllBytes(), UTF_8).lines().forEach(line -> {
                int space = line.indexOf(' ');
                names.put(Integer.valueOf(line.substring(0, space)), line.substring(space + 1));
            });
            return Collections.unmodifiableSortedMap(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
