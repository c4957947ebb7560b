package org.entente.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.identity.Role;

/** Who may do what, as the rules have it: the table {@code docs/spec/vectors/acts.txt}, which says what its columns mean. */
public final class Acts {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)(:[^}]*)?}");
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("AN", Role.ANALYST),
            Map.entry("LO", Role.LIAISON_OFFICER),
            Map.entry("CO", Role.CLASSIFICATION_OFFICER),
            Map.entry("RA", Role.RELEASE_AUTHORITY),
            Map.entry("RO", Role.REGISTRY_OFFICER),
            Map.entry("HO", Role.HANDOVER_OFFICER),
            Map.entry("HR", Role.HUMAN_RIGHTS_OFFICER),
            Map.entry("SO", Role.SECURITY_OFFICER),
            Map.entry("OA", Role.ORG_ADMIN),
            Map.entry("AU", Role.AUDITOR),
            Map.entry("JA", Role.JOINT_AUDITOR),
            Map.entry("BR", Role.REQUEST_BROKER),
            Map.entry("ED", Role.EXERCISE_DIRECTOR));

    private Acts() {}

    /** A line of the table. */
    public record Act(String method, String path, Set<String> roles, Set<String> sides, String body) {
        public boolean reads() {
            return method.equals("GET");
        }

        public boolean ofNobodys() {
            return sides.equals(Set.of("-"));
        }

        public boolean openTo(Set<Role> held) {
            return roles.contains("*") || roles.stream().anyMatch(r -> held.contains(role(r)));
        }

        /** What its object is called; empty if it has none. */
        public String object() {
            Matcher named = PARAMETER.matcher(path);
            return named.find() ? named.group(1) : "";
        }

        /** Whether an officer of that organisation with these roles stands on the right side of the object. */
        public boolean entitles(String organisation, Set<Role> held, Map<String, Set<String>> objectSides) {
            return sides.stream().anyMatch(side -> {
                if (side.equals("another")) {
                    return !objectSides.getOrDefault("organisation", Set.of()).contains(organisation);
                }
                Role role = ROLES.get(side);
                return role == null
                        ? objectSides.getOrDefault(side, Set.of()).contains(organisation)
                        : held.contains(role);
            });
        }

        /** The path at an object's numbers. */
        public String at(Map<String, String> numbers) {
            return filled(path, numbers);
        }

        public String says(Map<String, String> numbers) {
            String said = body;
            for (String held : List.of("digest", "to")) {
                said = said.replace("{" + held + "}", numbers.getOrDefault(held, "none"));
            }
            return said;
        }

        /** The path as the contract writes it, by which the table can be compared with it. */
        public String route() {
            return method + " "
                    + PARAMETER.matcher(path.replaceFirst("\\?.*", "")).replaceAll("{}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static String filled(String path, Map<String, String> numbers) {
        return PARAMETER.matcher(path).replaceAll(m -> Matcher.quoteReplacement(numbers.getOrDefault(m.group(1), "1")));
    }

    private static Role role(String abbreviation) {
        return Objects.requireNonNull(ROLES.get(abbreviation), abbreviation);
    }

    public static List<Act> all() {
        try {
            List<Act> acts = new ArrayList<>();
            for (String line : Files.readAllLines(Platform.home().resolve("docs/spec/vectors/acts.txt"))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\\|", 4);
                    String[] act = columns[0].strip().split(" ", 2);
                    acts.add(new Act(act[0], act[1], words(columns[1]), words(columns[2]), columns[3].strip()));
                }
            }
            return acts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String column) {
        return new TreeSet<>(Arrays.asList(column.strip().split(" ")));
    }
}
