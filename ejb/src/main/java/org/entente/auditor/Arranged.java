package org.entente.auditor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.access.Cover;
import org.entente.access.World;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.world.Unreachable;
import org.jspecify.annotations.Nullable;

/**
 * Whether an arrangement covered something when it was opened, asked of the world that decided: one that has ended since was in
 * force then, and one that is in force now may not have been. For one enquiry.
 */
final class Arranged {
    private final Connection connection;
    private final World now;
    private final Map<String, Then> worlds = new HashMap<>();

    /** A world, and what it made of markings. */
    private record Then(World world, Map<List<String>, Parsed> read) {
        Then(World world) {
            this(world, new HashMap<>());
        }

        Parsed parsed(String originator, String marking) {
            return read.computeIfAbsent(
                    List.of(originator, marking),
                    m -> new MarkingGrammar(world.vocabulary()).parse(originator, marking));
        }
    }

    Arranged(Connection connection, World now) {
        this.connection = connection;
        this.now = now;
    }

    /** Also where there is nothing to arrange: it is not classified, or the reader's organisation made it too. */
    boolean covers(String hash, String originator, String reader, String text, @Nullable String mission, Instant at) {
        Then then = worlds.computeIfAbsent(hash, h -> new Then(world(h)));
        if (!(then.parsed(originator, text) instanceof Parsed.Ok ok)) {
            return false;
        }
        Marking marking = ok.marking();
        return !marking.level().classified()
                || marking.joint().contains(reader)
                || Cover.least(then.world, originator, reader, marking, mission, at) == Cover.COVERED;
    }

    /** That of now, by its validity intervals, where that of then is of rules that this platform no longer has. */
    private World world(String hash) {
        try {
            String text = Replays.text(connection, Replays.WORLD, hash);
            return text == null ? now : World.of(text);
        } catch (IllegalArgumentException otherRules) {
            return now;
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }
}
