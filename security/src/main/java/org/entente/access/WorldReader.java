package org.entente.access;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.entente.identity.Interval;
import org.entente.json.JsonFields;
import org.entente.json.JsonText;
import org.entente.marking.Control;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/** Reads one world file in two passes: each record for itself, then whether the records agree with each other. */
final class WorldReader {
    private final List<WorldFile.Problem> problems = new ArrayList<>();
    private final Set<String> complained = new HashSet<>();
    private final IdentityHashMap<Object, JsonFields> origins = new IdentityHashMap<>();

    WorldFile.Result read(Reader text) {
        JsonFields file = JsonText.read(text, this::complain);
        WorldFile.Loaded loaded = file == null ? null : load(file);
        if (loaded != null) {
            return loaded;
        }
        problems.sort(Comparator.comparingInt(WorldFile.Problem::line));
        return new WorldFile.Problems(problems);
    }

    /** Reads one object that stands by itself; {@link IllegalArgumentException} names what is wrong with it. */
    static <T> T one(String text, BiFunction<WorldReader, JsonFields, T> reading) {
        WorldReader reader = new WorldReader();
        JsonFields fields = JsonText.read(new StringReader(text), reader::complain);
        T read = fields == null ? null : reading.apply(reader, fields);
        if (fields != null) {
            fields.done();
        }
        if (read == null || !reader.problems.isEmpty()) {
            throw new IllegalArgumentException(reader.problems.toString());
        }
        return read;
    }

    private WorldFile.@Nullable Loaded load(JsonFields file) {
        List<Scheme> schemes = list(file.objects("schemes"), this::scheme);
        List<Organisation> organisations = list(file.objects("organisations"), WorldReader::organisation);
        List<Equivalence> equivalences = list(file, "equivalences", WorldReader::equivalence);
        List<Group> groups = list(file, "groups", this::group);
        List<Mission> missions = list(file, "missions", WorldReader::mission);
        List<Arrangement> arrangements = list(file, "arrangements", WorldReader::arrangement);
        List<Consent> consents = list(file, "consents", WorldReader::consent);
        List<Bar> bars = list(file, "bars", WorldReader::bar);
        List<Unit> units = list(file, "units", WorldReader::unit);
        List<Membership> memberships = list(
                file,
                "memberships",
                member -> new Membership(member.text("organisation"), member.text("state"), during(member)));
        CaseReader cases = new CaseReader(this, file);
        Set<String> posts = new TreeSet<>(orNone(file.optionalTexts("posts")));
        Set<String> persons = new TreeSet<>();
        cases.hats.forEach(hat -> posts.addAll(hat.posts()));
        cases.hats.forEach(hat -> persons.add(hat.person()));
        file.done();

        WorldCheck check = new WorldCheck()
                .organisations(organisations)
                .groups(groups)
                .missions(missions)
                .schemes(schemes)
                .equivalences(equivalences)
                .arrangements(arrangements)
                .consents(consents)
                .bars(bars)
                .names(posts, file, "posts")
                .units(units, posts)
                .memberships(memberships);
        cases.check(check, schemes, consents, units, memberships);
        check.objections().forEach(objection -> {
            JsonFields origin = origins.getOrDefault(objection.culprit(), file);
            if (!complained.contains(origin.path(objection.field()))) {
                origin.complain(objection.field(), objection.message());
            }
        });
        if (!problems.isEmpty()) {
            return null;
        }
        World world = new World(
                schemes,
                equivalences,
                organisations,
                groups,
                missions,
                arrangements,
                consents,
                bars,
                units,
                memberships,
                posts,
                persons);
        return cases.loaded(world);
    }

    /** Reads the items of a list that may be absent. */
    <T> List<T> list(JsonFields parent, String name, Function<JsonFields, T> reading) {
        List<JsonFields> items = parent.optionalObjects(name);
        return items == null ? List.of() : list(items, reading);
    }

    /** Reads each item and remembers where it came from, so that later objections find their line. */
    <T> List<T> list(List<JsonFields> items, Function<JsonFields, T> reading) {
        List<T> records = new ArrayList<>();
        for (JsonFields item : items) {
            T read = reading.apply(item);
            item.done();
            origins.put(read, item);
            records.add(read);
        }
        return records;
    }

    /** The fields from and to of an object. */
    static Interval during(JsonFields fields) {
        var from = fields.optionalInstant("from");
        var to = fields.optionalInstant("to");
        if (from != null && to != null && to.isBefore(from)) {
            fields.complain("to", "is before from");
            return Interval.ALWAYS;
        }
        return new Interval(from, to);
    }

    static <T> List<T> orNone(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }

    private void complain(int line, String field, String message) {
        complained.add(field);
        problems.add(new WorldFile.Problem(line, field, message));
    }

    private Scheme scheme(JsonFields fields) {
        String code = fields.text("code");
        List<Level> levels = new ArrayList<>();
        list(fields.objects("levels"), level -> {
            levels.add(new Level(
                    level.text("code"), level.optionalText("mark"), level.flag("classified"), code, levels.size()));
            return levels.getLast();
        });
        return new Scheme(code, fields.text("organisation"), fields.flag("briefing"), levels);
    }

    private static Equivalence equivalence(JsonFields fields) {
        return new Equivalence(
                fields.text("level"),
                fields.number("tier"),
                fields.oneOf("status", Equivalence.Status.class),
                during(fields));
    }

    private static Organisation organisation(JsonFields fields) {
        return new Organisation(fields.text("code"), fields.oneOf("kind", Organisation.Kind.class));
    }

    private Group group(JsonFields fields) {
        return new Group(
                fields.text("code"),
                list(fields.objects("members"), member -> new Member(member.text("organisation"), during(member))));
    }

    private static Unit unit(JsonFields fields) {
        return new Unit(
                fields.text("code"),
                fields.text("organisation"),
                fields.optionalText("mission"),
                new TreeSet<>(fields.texts("posts")));
    }

    private static Mission mission(JsonFields fields) {
        return new Mission(fields.text("code"), fields.optionalText("hostState"));
    }

    private static Arrangement arrangement(JsonFields fields) {
        return new Arrangement(
                fields.text("giver"),
                fields.text("receiver"),
                fields.optionalText("mission"),
                fields.text("cap"),
                Set.copyOf(orNone(fields.optionalListOf("without", Control.class))),
                during(fields));
    }

    private static Bar bar(JsonFields fields) {
        return new Bar(fields.text("giver"), fields.text("receiver"), during(fields));
    }

    private static Consent consent(JsonFields fields) {
        return new Consent(fields.text("giver"), fields.text("receiver"), fields.text("product"), during(fields));
    }
}
