package org.entente.transparency;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.gate.Caller;
import org.entente.gate.Tireless;
import org.entente.log.LogError;
import org.entente.log.SignedNote;
import org.entente.world.Forgeries;
import org.entente.world.Sql;
import org.entente.world.Worlds;

/**
 * Goes its rounds over the record by the real clock: openings against their records, a stretch at a time and again from the
 * beginning; authority against the acts that gave it; clocks against each other; the mark of each hour; cover records, if any are wanted.
 */
@Singleton
@Interceptors(Tireless.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Watchman {
    private static final int STRETCH = 5_000;
    private static final int SECONDS = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Caller caller;

    @Inject
    private OpeningCheck openings;

    @Inject
    private Findings findings;

    @Inject
    private Worlds worlds;

    @Inject
    private Forgeries forgeries;

    @Inject
    @ConfigProperty(name = "entente.log.cover", defaultValue = "0")
    private int coverPerMinute;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private long next;
    private Set<String> skews = Set.of();
    private Set<String> authority = Set.of();

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void openings() {
        long size = openings.size();
        long from = next >= size ? 0 : next;
        long to = Math.min(size, from + STRETCH);
        List<OpeningCheck.Difference> found = openings.between(from, to);
        if (!found.isEmpty()) {
            Set<UUID> known = openings.known();
            for (OpeningCheck.Difference one : found) {
                if (known.add(one.event())) {
                    caller.isPlatform("watchman");
                    findings.differs(one.event(), one.what());
                }
            }
        }
        next = to;
    }

    /** Authority in the tables that no act gave: told once for each difference. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void authority() {
        Set<String> now = new HashSet<>(worlds.differences());
        now.addAll(forgeries.all());
        for (String wrong : now) {
            if (!authority.contains(wrong)) {
                caller.isPlatform("watchman");
                findings.forged(wrong);
            }
        }
        authority = now;
    }

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void clocks() {
        Set<String> now = new HashSet<>(ClockSkew.of(Instant.now(), databaseTime(), Instant.now()));
        now.addAll(witnesses());
        for (String wrong : now) {
            if (skews.stream().noneMatch(before -> clock(before).equals(clock(wrong)))) {
                caller.isPlatform("watchman");
                findings.skewed(wrong);
            }
        }
        skews = now;
    }

    /** Whose clock it is: told once, until it goes right again. */
    private static String clock(String wrong) {
        return wrong.replaceAll(" [0-9]+ s .*", "");
    }

    @Schedule(hour = "*", minute = "0", second = "0", persistent = false)
    void hour() {
        caller.isPlatform("watchman");
        findings.hour();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void cover() {
        if (coverPerMinute > RANDOM.nextInt(SECONDS)) {
            caller.isPlatform("watchman");
            findings.cover();
        }
    }

    private Instant databaseTime() {
        return Sql.on(
                        database,
                        c -> rows(c, "SELECT UTC_TIMESTAMP(3) now", r -> Objects.requireNonNull(instant(r, "now"))))
                .getFirst();
    }

    private List<String> witnesses() {
        record Note(String text, Instant at) {}
        List<Note> newest = Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT note, published_at FROM log_publication ORDER BY id DESC LIMIT 2",
                        r -> new Note(r.getString(1), Objects.requireNonNull(instant(r, "published_at")))));
        if (newest.size() < 2) {
            return List.of();
        }
        Map<String, Instant> signed = new TreeMap<>();
        try {
            SignedNote.parse(newest.getFirst().text.getBytes(StandardCharsets.UTF_8))
                    .signatures()
                    .forEach(signature -> signature.cosignedAt().ifPresent(at -> signed.put(signature.name(), at)));
        } catch (LogError broken) {
            throw new IllegalStateException("the newest note cannot be read", broken);
        }
        return ClockSkew.of(signed, newest.getLast().at, newest.getFirst().at);
    }
}
