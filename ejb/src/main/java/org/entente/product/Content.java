package org.entente.product;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.audit.Ticket;
import org.entente.content.ContentRoot;
import org.entente.gate.ActRows;
import org.entente.gate.StoredDiffers;
import org.entente.world.Unreachable;
import org.jspecify.annotations.Nullable;

/**
 * The only class that reads the words of products, on a connection that nothing else holds: those that are asked for and no
 * others, and never words that are not the ones that were filed. What leaves goes against a ticket: proof that the reading is
 * recorded already. The text index reads without one, and so does the check of a sanitised version: they keep no words and show
 * none.
 */
@ApplicationScoped
class Content {
    static final int TITLE = ContentRoot.TITLE;

    /** Where the salt of what stands around the words lies. */
    static final int FRAME = -1;

    private static final Words NONE = new Words("", null);
    private static final Words DESTROYED = new Words("-", null);

    @Resource(lookup = "java:app/jdbc/content")
    private DataSource words;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private Differences differences;

    @Inject
    private ActRows rows;

    /**
     * What was filed at one place.
     *
     * @param salt null for what was destroyed
     */
    record Words(String text, byte @Nullable [] salt) {}

    private record Place(long version, int ordinal) {}

    /** What stands at these places of one version, by ordinal; throws {@link StoredDiffers}. */
    Map<Integer, Words> open(Ticket ticket, Collection<Bound> wanted) {
        recorded(ticket, wanted);
        for (long version : wanted.stream().map(Bound::version).collect(Collectors.toSet())) {
            rows.check(Version.ROW, "t.id = ?", version);
        }
        return checked(wanted);
    }

    /** The words at a place that was opened. */
    static String at(Map<Integer, Words> opened, int ordinal) {
        return Objects.requireNonNull(opened.get(ordinal), "nobody opened this place")
                .text();
    }

    /** Titles only, by version; one that differs is left out, so that it does not take a whole list with it. */
    Map<Long, String> titles(Ticket ticket, Collection<Bound> wanted) {
        recorded(ticket, wanted);
        Map<Long, String> titles = new HashMap<>();
        holding(wanted).forEach((bound, words) -> titles.put(bound.version(), words.text()));
        return titles;
    }

    /** What the record does not say is not opened: a fault of ours, never of who reads. */
    private static void recorded(Ticket ticket, Collection<Bound> wanted) {
        for (Bound bound : wanted) {
            if (bound.ordinal() >= TITLE && !ticket.opens(bound.number(), bound.versionNo(), bound.ordinal())) {
                throw new IllegalStateException(
                        "the record of " + ticket.event() + " does not say that " + bound.number() + " version "
                                + bound.versionNo() + " ordinal " + bound.ordinal() + " is opened");
            }
        }
    }

    /** For the comparison of a sanitised version with what was taken out; nothing of it is shown to anybody. */
    Map<Integer, String> forCheck(Collection<Bound> wanted) {
        return checked(wanted).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().text()));
    }

    /** For the text index, by version and ordinal; what differs is not found by searching. */
    Map<Long, Map<Integer, String>> forIndex(Collection<Bound> wanted) {
        Map<Long, Map<Integer, String>> found = new HashMap<>();
        holding(wanted)
                .forEach((bound, words) -> found.computeIfAbsent(bound.version(), v -> new HashMap<>())
                        .put(bound.ordinal(), words.text()));
        return found;
    }

    /** The versions of which not everything at these places is as it was filed; shows nothing of it. */
    Set<Long> differing(Collection<Bound> wanted) {
        Map<Bound, Words> holding = holding(wanted);
        return wanted.stream()
                .filter(b -> !holding.containsKey(b))
                .map(Bound::version)
                .collect(Collectors.toSet());
    }

    private Map<Integer, Words> checked(Collection<Bound> wanted) {
        Map<Integer, Words> opened = new HashMap<>();
        Map<Bound, Words> holding = holding(wanted);
        for (Bound bound : wanted) {
            Words found = holding.get(bound);
            if (found == null) {
                throw StoredDiffers.content(
                        bound.number() + " version " + bound.versionNo() + " ordinal " + bound.ordinal());
            }
            opened.put(bound.ordinal(), found);
        }
        return opened;
    }

    private Map<Bound, Words> holding(Collection<Bound> wanted) {
        Map<Place, Words> found = read(wanted);
        Map<Bound, Words> holding = new HashMap<>();
        for (Bound bound : wanted) {
            Words words = found.getOrDefault(new Place(bound.version(), bound.ordinal()), NONE);
            if (bound.holds(words.text(), words.salt())) {
                holding.put(bound, words.salt() == null ? DESTROYED : words);
            } else {
                differences.met(bound);
            }
        }
        return holding;
    }

    private Map<Place, Words> read(Collection<Bound> wanted) {
        Map<Place, Words> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        List<Object> keys = new ArrayList<>();
        String sql = "SELECT version_id, ordinal, text, salt FROM content WHERE "
                + among(
                        "version_id",
                        wanted.stream().map(Bound::version).distinct().toList(),
                        keys) + " AND "
                + among(
                        "ordinal",
                        wanted.stream().map(Bound::ordinal).distinct().toList(),
                        keys);
        try (Connection connection = words.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.size(); i++) {
                select.setObject(i + 1, keys.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(new Place(row.getLong(1), row.getInt(2)), new Words(row.getString(3), row.getBytes(4)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    private static String among(String column, List<? extends Object> values, List<Object> keys) {
        keys.addAll(values);
        return column + " IN (" + values.stream().map(v -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** Writes in the caller's transaction; this user can write here and not read. */
    void write(long version, String title, List<String> texts, List<byte[]> salts) {
        String sql = "INSERT INTO content (version_id, ordinal, text, salt) VALUES (?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < salts.size(); i++) {
                boolean frame = i > texts.size();
                insert.setLong(1, version);
                insert.setInt(2, frame ? FRAME : i);
                insert.setString(3, frame ? "" : i == TITLE ? title : texts.get(i - 1));
                insert.setBytes(4, salts.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }
}
