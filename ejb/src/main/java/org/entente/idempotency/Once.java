package org.entente.idempotency;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.entente.gate.Gate;
import org.entente.gate.Refused;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Does a piece of work once for each key of the acting hat, in the operation's own transaction. */
@ApplicationScoped
public class Once {
    @Inject
    private Gate gate;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private record Before(byte[] request, String answer) {}

    /**
     * What the work answers, or what it answered when this key came first.
     *
     * @param key null for work that may be done again
     * @param request all of what is asked for, so that another request under the same key is noticed
     */
    public <T> T answer(
            @Nullable String key,
            String request,
            Function<T, String> write,
            Function<String, T> read,
            Supplier<T> work) {
        if (key == null) {
            return work.get();
        }
        byte[] digest = sha256(request);
        String hat = gate.hat().id();
        List<Before> before = Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT request, answer FROM idempotency WHERE hat = ? AND idem_key = ?",
                        r -> new Before(r.getBytes(1), r.getString(2)),
                        hat,
                        key));
        if (!before.isEmpty()) {
            return again(before.getFirst(), digest, read);
        }
        T answer = work.get();
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO idempotency (hat, idem_key, request, answer, at) VALUES (?, ?, ?, ?, ?)",
                        hat,
                        key,
                        digest,
                        write.apply(answer),
                        gate.moment().now()));
        return answer;
    }

    private <T> T again(Before before, byte[] request, Function<String, T> read) {
        if (!Arrays.equals(before.request, request)) {
            throw Refused.objected(
                    "idempotency-key-reused",
                    "Idempotency-Key",
                    "IDEMPOTENCY",
                    "This key came before with another request.");
        }
        gate.asked(null);
        gate.notes("answered again");
        return read.apply(before.answer);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
