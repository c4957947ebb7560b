package org.entente.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Marking;

/** The same marking as a careless hand would write it: items in any order, repeated, in any case, blanks, accents. */
record Scribble(Dice dice) {
    String of(Marking marking) {
        String mark = marking.level().mark();
        return mark == null ? "( " + of(marking, "") + " )" : of(marking, mark);
    }

    private String of(Marking marking, String begins) {
        List<String> segments = new ArrayList<>(List.of(begins));
        joined(segments, "JOINT ", dice.percent(50) ? "," : " , ", dice.shuffled(marking.joint()));
        if (!marking.contains().isEmpty()) {
            StringBuilder givers = new StringBuilder("CONTAINS");
            repeated(marking.contains())
                    .forEach(giver -> givers.append(' ').append(giver).append(" INFORMATION"));
            segments.add(givers.toString());
        }
        joined(
                segments,
                "",
                "/",
                repeated(marking.controls().stream().map(Control::name).toList()));
        joined(segments, "REL TO ", ",", dice.shuffled(marking.releasableTo()));
        joined(segments, "EYES ONLY ", ", ", repeated(marking.eyesOnly()));
        joined(segments, "MISSION ", ",  ", repeated(marking.missions()));
        joined(segments, "NOT RELEASABLE TO ", " ,", repeated(marking.notReleasableTo()));
        joined(
                segments,
                "",
                " / ",
                repeated(marking.handling().stream().map(Handling::text).toList()));
        List<String> times = new ArrayList<>();
        if (marking.embargoUntil() != null) {
            times.add("EMBARGO UNTIL " + marking.embargoUntil().toString().replace("-", ""));
        }
        if (marking.expires() != null) {
            times.add("EXPIRES " + marking.expires().toString().replace("-", ""));
        }
        joined(segments, "", "/", repeated(times));
        return noise(String.join(dice.percent(50) ? "//" : " // ", segments));
    }

    private static void joined(List<String> segments, String keyword, String separator, List<String> items) {
        if (!items.isEmpty()) {
            segments.add(keyword + String.join(separator, items));
        }
    }

    private List<String> repeated(Collection<String> items) {
        List<String> repeated = new ArrayList<>(items);
        repeated.addAll(dice.some(List.copyOf(items), 20));
        return dice.shuffled(repeated);
    }

    private String noise(String text) {
        StringBuilder noisy = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            noisy.append(dice.percent(30) ? Character.toLowerCase(c) : dice.percent(30) ? Character.toUpperCase(c) : c);
            if (c == ' ' && dice.percent(10)) {
                noisy.append(' ');
            }
            if (Character.isLetter(c) && dice.percent(5)) {
                noisy.append('\u0301');
            }
        }
        return noisy.toString();
    }
}
