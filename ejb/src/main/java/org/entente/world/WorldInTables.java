package org.entente.world;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.access.Arrangement;
import org.entente.access.World;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.marking.Control;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * Puts a world into its tables in place of the one that was there, inside the caller's transaction. Organisations, missions
 * and persons that products or records may name stay; everything else is exactly what the file says.
 */
final class WorldInTables {
    private WorldInTables() {}

    static void replace(Connection c, World world, List<Hat> hats, List<Person> persons) throws SQLException {
        // what was decided on the platform itself outlives the files
        gone(c, hats);
        for (String table :
                List.of("group_member", "org_group", "equivalence", "org_unit_post", "org_unit", "membership")) {
            execute(c, "DELETE FROM " + table);
        }
        execute(c, "DELETE FROM post WHERE from_file");
        execute(c, "DELETE FROM consent WHERE from_file");
        execute(c, "DELETE FROM arrangement WHERE from_file");
        execute(c, "DELETE FROM bar WHERE from_file");
        organisations(c, world);
        schemes(c, world);
        for (var row : world.equivalences()) {
            String sql = "INSERT INTO equivalence (level, tier, status, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)";
            spanned(c, sql, row.during(), row.level(), row.tier(), row.status().name());
        }
        for (var group : world.groups()) {
            execute(c, "INSERT INTO org_group VALUES (?)", group.code());
            for (var member : group.members()) {
                String sql =
                        "INSERT INTO group_member (org_group, organisation, valid_from, valid_to) VALUES (?, ?, ?, ?)";
                spanned(c, sql, member.during(), group.code(), member.organisation());
            }
        }
        for (var mission : world.missions()) {
            String sql =
                    "INSERT INTO mission (code, host_state) VALUES (?, ?) ON DUPLICATE KEY UPDATE host_state = VALUES(host_state)";
            execute(c, sql, mission.code(), mission.hostState());
        }
        long arrangements = rows(c, "SELECT COALESCE(MAX(id), 0) FROM arrangement", r -> r.getLong(1))
                .getFirst();
        for (var a : world.arrangements()) {
            if (changedHere(c, a)) {
                continue;
            }
            String sql =
                    "INSERT INTO arrangement (number, giver, receiver, mission, cap, without_controls, valid_from, valid_to)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
            String without = a.without().stream().sorted().map(Control::name).collect(Collectors.joining("/"));
            spanned(
                    c,
                    sql,
                    a.during(),
                    "ARR-FILE-" + ++arrangements,
                    a.giver(),
                    a.receiver(),
                    a.mission(),
                    a.cap(),
                    without);
        }
        for (var consent : world.consents()) {
            String sql = "INSERT INTO consent (giver, receiver, product, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)";
            spanned(c, sql, consent.during(), consent.giver(), consent.receiver(), consent.product());
        }
        for (var bar : world.bars()) {
            String sql = "INSERT INTO bar (giver, receiver, from_file, valid_from, valid_to) VALUES (?, ?, TRUE, ?, ?)";
            spanned(c, sql, bar.during(), bar.giver(), bar.receiver());
        }
        for (var m : world.memberships()) {
            String sql = "INSERT INTO membership (organisation, state, valid_from, valid_to) VALUES (?, ?, ?, ?)";
            spanned(c, sql, m.during(), m.organisation(), m.state());
        }
        for (var unit : world.units()) {
            execute(c, "INSERT INTO org_unit VALUES (?, ?, ?)", unit.code(), unit.organisation(), unit.mission());
            for (String post : unit.posts()) {
                execute(c, "INSERT INTO org_unit_post (post, unit) VALUES (?, ?)", post, unit.code());
            }
        }
        for (String post : world.posts()) {
            execute(c, "INSERT INTO post (code) VALUES (?) ON DUPLICATE KEY UPDATE from_file = TRUE", post);
        }
        for (Person person : persons) {
            execute(
                    c,
                    "INSERT INTO person (code, subject, name, language, mail) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                            + " subject = VALUES(subject), name = VALUES(name), language = VALUES(language),"
                            + " mail = VALUES(mail)",
                    person.code(),
                    person.subject(),
                    person.name(),
                    person.language(),
                    person.mail());
        }
        for (Hat hat : hats) {
            put(c, hat);
        }
    }

    /** A level that goes must not be one up to which something was agreed or delegated here: that is told, and nothing is loaded. */
    private static void schemes(Connection c, World world) throws SQLException {
        // ranks may change places, and each is there once: those of before stand aside until they are gone or given
        // anew
        execute(c, "UPDATE level SET rank_no = -1 - rank_no");
        for (Scheme scheme : world.schemes()) {
            execute(
                    c,
                    "INSERT INTO scheme VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE organisation = VALUES(organisation),"
                            + " briefing = VALUES(briefing)",
                    scheme.code(),
                    scheme.organisation(),
                    scheme.briefing());
            for (Level level : scheme.levels()) {
                execute(
                        c,
                        "INSERT INTO level (code, scheme, rank_no, mark, classified) VALUES (?, ?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE scheme = VALUES(scheme), rank_no = VALUES(rank_no),"
                                + " mark = VALUES(mark), classified = VALUES(classified)",
                        level.code(),
                        level.scheme(),
                        level.rank(),
                        level.mark(),
                        level.classified());
            }
        }
        List<String> missed = rows(
                c,
                "SELECT CONCAT('  schemes: level ', l.code, ' is gone, and ', n.what, ' ', n.number, ' goes up to it') FROM level l"
                        + " JOIN (SELECT 'arrangement' what, number, cap code FROM arrangement UNION ALL"
                        + " SELECT 'delegation', number, ceiling FROM delegation) n ON n.code = l.code WHERE l.rank_no < 0",
                r -> r.getString(1));
        if (!missed.isEmpty()) {
            throw new IllegalStateException("world.json cannot be loaded:\n" + String.join("\n", missed));
        }
        execute(c, "DELETE FROM level WHERE rank_no < 0");
        execute(c, "DELETE FROM scheme WHERE code NOT IN (SELECT scheme FROM level)");
    }

    /** What partners suspended or ended on the platform stays so, whatever the file still says. */
    private static boolean changedHere(Connection c, Arrangement a) throws SQLException {
        String sql =
                "SELECT 1 FROM arrangement WHERE NOT from_file AND proposed_by IS NULL AND giver = ? AND receiver = ?"
                        + " AND mission <=> ? AND cap = ?";
        return !rows(c, sql, r -> r.getInt(1), a.giver(), a.receiver(), a.mission(), a.cap())
                .isEmpty();
    }

    private static void organisations(Connection c, World world) throws SQLException {
        Set<String> known = new HashSet<>(rows(c, "SELECT code FROM organisation", r -> r.getString(1)));
        for (var organisation : world.organisations()) {
            if (known.add(organisation.code())) {
                execute(
                        c,
                        "INSERT INTO organisation VALUES (?, ?, ?)",
                        organisation.code(),
                        organisation.kind().name(),
                        known.size() - 1);
            } else {
                execute(
                        c,
                        "UPDATE organisation SET kind = ? WHERE code = ?",
                        organisation.kind().name(),
                        organisation.code());
            }
        }
    }

    /** Hats that the file has no longer, and what it said of those that it still has. */
    private static void gone(Connection c, List<Hat> hats) throws SQLException {
        Set<String> stay = hats.stream().map(Hat::id).collect(Collectors.toSet());
        for (String hat : rows(c, "SELECT id FROM hat WHERE from_file", r -> r.getString(1))) {
            execute(c, "DELETE FROM hat_word WHERE hat = ?", hat);
            execute(c, "DELETE FROM hat_span WHERE hat = ?" + (stay.contains(hat) ? " AND from_file" : ""), hat);
            if (!stay.contains(hat)) {
                execute(c, "DELETE FROM hat WHERE id = ?", hat);
            }
        }
        for (String hat : rows(c, "SELECT id FROM hat WHERE NOT from_file", r -> r.getString(1))) {
            if (stay.contains(hat)) {
                throw new IllegalStateException("world.json, hats: " + hat + " was given on this platform");
            }
        }
    }

    private static void put(Connection c, Hat hat) throws SQLException {
        var residual = hat.residual();
        execute(
                c,
                "INSERT INTO hat (id, person, organisation, provisional_until, residual_mission, residual_from, residual_to, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE person = VALUES(person),"
                        + " organisation = VALUES(organisation), provisional_until = VALUES(provisional_until),"
                        + " residual_mission = VALUES(residual_mission), residual_from = VALUES(residual_from),"
                        + " residual_to = VALUES(residual_to), state = VALUES(state)",
                hat.id(),
                hat.person(),
                hat.organisation(),
                hat.provisionalUntil(),
                residual == null ? null : residual.mission(),
                residual == null ? null : residual.during().from(),
                residual == null ? null : residual.during().to(),
                hat.state());
        for (var role : hat.roles()) {
            execute(c, "INSERT INTO hat_word VALUES (?, 'ROLE', ?)", hat.id(), role.name());
        }
        for (String post : hat.posts()) {
            execute(c, "INSERT INTO hat_word VALUES (?, 'POST', ?)", hat.id(), post);
        }
        spans(c, hat, "ASSIGNMENT", hat.assignments(), a -> a.mission(), a -> a.during());
        spans(c, hat, "CLEARANCE", hat.clearances(), a -> a.level(), a -> a.during());
        spans(c, hat, "BRIEFING", hat.briefings(), a -> a.scheme(), a -> a.during());
    }

    private static <T> void spans(
            Connection c, Hat hat, String kind, List<T> all, Function<T, String> subject, Function<T, Interval> during)
            throws SQLException {
        boolean decidedHere = !rows(
                        c,
                        "SELECT 1 FROM hat_span WHERE hat = ? AND kind = ? AND NOT from_file",
                        r -> r.getInt(1),
                        hat.id(),
                        kind)
                .isEmpty();
        for (T one : decidedHere ? List.<T>of() : all) {
            String sql = "INSERT INTO hat_span (hat, kind, subject, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)";
            spanned(c, sql, during.apply(one), hat.id(), kind, subject.apply(one));
        }
    }

    private static void spanned(Connection c, String sql, Interval during, @Nullable Object... words)
            throws SQLException {
        @Nullable Object[] all = java.util.Arrays.copyOf(words, words.length + 2);
        Instant from = during.from();
        all[words.length] = from;
        all[words.length + 1] = during.to();
        execute(c, sql, all);
    }
}
