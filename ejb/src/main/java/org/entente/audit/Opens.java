package org.entente.audit;

import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an event opens, each thing once: gathered before the record is made, for nothing that is opened may miss in it. */
public final class Opens {
    private final SortedMap<Integer, SortedMap<String, TreeSet<Integer>>> byOwner = new TreeMap<>();

    /**
     * Words of one version.
     *
     * @param slot number of the organisation whose they are
     * @param ordinal of a portion, from 1; 0 is the title
     */
    public void add(int slot, String number, int version, int ordinal) {
        byOwner.computeIfAbsent(slot, s -> new TreeMap<>())
                .computeIfAbsent(number + "\t" + version, n -> new TreeSet<>())
                .add(ordinal);
    }

    boolean has(String number, int version, int ordinal) {
        return byOwner.values().stream()
                .map(of -> of.get(number + "\t" + version))
                .anyMatch(ordinals -> ordinals != null && ordinals.contains(ordinal));
    }

    /** The lists as they are sealed ({@link org.entente.log.Opened}). */
    public SortedMap<Integer, String> lists() {
        SortedMap<Integer, String> lists = new TreeMap<>();
        byOwner.forEach((slot, versions) -> {
            StringBuilder list = new StringBuilder();
            versions.forEach((version, ordinals) ->
                    list.append(version).append('\t').append(ranges(ordinals)).append('\n'));
            lists.put(slot, list.toString());
        });
        return lists;
    }

    private static String ranges(NavigableSet<Integer> ordinals) {
        StringJoiner text = new StringJoiner(",");
        for (Integer first = ordinals.first(); first != null; ) {
            int last = first;
            while (ordinals.contains(last + 1)) {
                last++;
            }
            text.add(first == last ? "" + first : first + "-" + last);
            first = ordinals.higher(last);
        }
        return text.toString();
    }
}
