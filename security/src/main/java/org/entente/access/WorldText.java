package org.entente.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.identity.Interval;
import org.entente.marking.Control;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of a world: the version of the rules, then one line a fact, sorted. Its hash stands in every audit
 * record, so that a decision can be replayed under exactly the rules and the world that gave it (AUD-06).
 */
final class WorldText {
    /** Changes whenever a rule of the decision or of the grammar does. */
    static final String RULES = "entente-rules 6";

    private final List<String> lines = new ArrayList<>();

    private WorldText(World world) {
        world.schemes().forEach(this::scheme);
        world.equivalences()
                .forEach(row -> line(
                        row.during(),
                        "equivalence",
                        row.level(),
                        row.tier() + "",
                        row.status().name()));
        world.organisations()
                .forEach(organisation -> line(
                        "organisation", organisation.code(), organisation.kind().name()));
        world.groups().forEach(this::group);
        world.missions().forEach(mission -> line("mission", mission.code(), mission.hostState()));
        world.arrangements()
                .forEach(undertaking -> line(
                        undertaking.during(),
                        "arrangement",
                        undertaking.giver(),
                        undertaking.receiver(),
                        undertaking.mission(),
                        undertaking.cap(),
                        controls(undertaking.without())));
        world.consents()
                .forEach(consent ->
                        line(consent.during(), "consent", consent.giver(), consent.receiver(), consent.product()));
        world.bars().forEach(bar -> line(bar.during(), "bar", bar.giver(), bar.receiver()));
        world.units().forEach(unit -> {
            line("unit", unit.code(), unit.organisation(), unit.mission());
            unit.posts().forEach(post -> line("unit-post", unit.code(), post));
        });
        world.memberships().forEach(m -> line(m.during(), "membership", m.organisation(), m.state()));
        world.posts().forEach(post -> line("post", post));
        world.persons().forEach(person -> line("person", person));
        Collections.sort(lines);
    }

    static String of(World world) {
        return RULES + "\n" + String.join("\n", new WorldText(world).lines) + "\n";
    }

    static byte[] hash(World world) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of(world).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void scheme(Scheme scheme) {
        line("scheme", scheme.code(), scheme.organisation(), scheme.briefing() ? "briefing" : "");
        for (Level level : scheme.levels()) {
            String classified = level.classified() ? "classified" : "";
            line("level", scheme.code(), level.rank() + "", level.code(), level.mark(), classified);
        }
    }

    private static String controls(Set<Control> controls) {
        return controls.stream().sorted().map(Control::name).collect(Collectors.joining("/"));
    }

    private void group(Group group) {
        line("group", group.code());
        group.members().forEach(member -> line(member.during(), "member", group.code(), member.organisation()));
    }

    private void line(Interval during, @Nullable String... fields) {
        List<@Nullable String> all = new ArrayList<>(List.of());
        Collections.addAll(all, fields);
        all.add(during.from() == null ? null : during.from().toString());
        all.add(during.to() == null ? null : during.to().toString());
        line(all.toArray(new @Nullable String[0]));
    }

    private void line(@Nullable String... fields) {
        List<String> escaped = new ArrayList<>();
        for (String field : fields) {
            escaped.add(escaped(field));
        }
        lines.add(String.join("\t", escaped));
    }

    private static String escaped(@Nullable String field) {
        return field == null
                ? "~"
                : field.replace("\\", "\\\\")
                        .replace("~", "\\~")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n");
    }
}
