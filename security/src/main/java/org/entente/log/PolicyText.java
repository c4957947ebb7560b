package org.entente.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a policy line by line: a name is defined before it is used, once, and is a member of one group at most. */
final class PolicyText {
    private static final int MAX_BYTES = 1 << 16;
    private static final Pattern SPACE = Pattern.compile("[ \t]+");
    private static final Pattern LINE_FEED = Pattern.compile("\n");

    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Policy.Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;

    Policy read(byte[] text) throws LogError {
        if (text.length > MAX_BYTES) {
            throw new LogError("the policy is larger than " + MAX_BYTES + " bytes");
        }
        int number = 0;
        for (String line : LINE_FEED.split(decoded(text), -1)) {
            number++;
            String stripped = stripped(line);
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                try {
                    line(List.of(SPACE.split(stripped, -1)));
                } catch (LogError wrong) {
                    throw new LogError("line " + number + " of the policy: " + wrong.sentence());
                }
            }
        }
        if (quorum == null) {
            throw new LogError("the policy has no quorum");
        }
        return new Policy(logs, witnesses, quorum);
    }

    private void line(List<String> words) throws LogError {
        int count = words.size();
        switch (words.getFirst()) {
            case "log" -> {
                require(count == 2 || count == 3, "a log has a key and perhaps an address");
                logs.add(new Policy.Log(key(words.get(1), KeyKind.LOG), count == 3 ? words.get(2) : null));
            }
            case "witness" -> {
                require(count == 3 || count == 4, "a witness has a name, a key and perhaps an address");
                NoteVerifier key = key(words.get(2), KeyKind.WITNESS);
                define(words.get(1), new Quorum.One(words.get(1)));
                witnesses.add(new Policy.Witness(words.get(1), key, count == 4 ? words.get(3) : null));
            }
            case "group" -> {
                require(count >= 4, "a group has a name, a number and members");
                List<Quorum> group = new ArrayList<>();
                for (String member : words.subList(3, count)) {
                    require(members.add(member), "there is a second use of " + member);
                    group.add(defined(member));
                }
                define(words.get(1), new Quorum.AtLeast(threshold(words.get(2), group.size()), group));
            }
            case "quorum" -> {
                require(count == 2, "a quorum is one name");
                require(quorum == null, "there is a second quorum");
                quorum = words.get(1).equals("none") ? new Quorum.None() : defined(words.get(1));
            }
            default -> throw new LogError("there is no rule " + Hashes.shortened(words.getFirst()));
        }
    }

    private NoteVerifier key(String vkey, KeyKind kind) throws LogError {
        NoteVerifier key = NoteVerifier.parse(vkey);
        require(key.kind() == kind, "the key of " + key.name() + " is for a " + key.kind() + ", not for a " + kind);
        boolean known = logs.stream().anyMatch(log -> log.key().isSameKey(key))
                || witnesses.stream().anyMatch(witness -> witness.key().isSameKey(key));
        require(!known, "the key of " + key.name() + " is there already");
        return key;
    }

    private void define(String name, Quorum meaning) throws LogError {
        require(!name.equals("none"), "none means nobody and can be nobody's name");
        require(named.putIfAbsent(name, meaning) == null, "there is a second " + Hashes.shortened(name));
    }

    private Quorum defined(String name) throws LogError {
        Quorum meaning = named.get(name);
        if (meaning == null) {
            throw new LogError("nothing above has the name " + Hashes.shortened(name));
        }
        return meaning;
    }

    private static int threshold(String word, int count) throws LogError {
        long threshold = switch (word) {
            case "any" -> 1;
            case "all" -> count;
            default -> Hashes.size(word);
        };
        require(threshold >= 1 && threshold <= count, "of " + count + " members not " + word + " can be wanted");
        return (int) threshold;
    }

    private static String decoded(byte[] text) throws LogError {
        String decoded = SignedNote.utf8(text);
        require(
                decoded.chars().allMatch(c -> (c >= ' ' && c != 0x7F) || c == '\n' || c == '\t'),
                "the policy has a control character");
        return decoded;
    }

    private static String stripped(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && (line.charAt(from) == ' ' || line.charAt(from) == '\t')) {
            from++;
        }
        while (to > from && (line.charAt(to - 1) == ' ' || line.charAt(to - 1) == '\t')) {
            to--;
        }
        return line.substring(from, to);
    }

    private static void require(boolean condition, String otherwise) throws LogError {
        if (!condition) {
            throw new LogError(otherwise);
        }
    }
}
