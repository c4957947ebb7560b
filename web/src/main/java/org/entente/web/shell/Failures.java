package org.entente.web.shell;

import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.entente.audit.RecordFailed;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.gate.StoredDiffers;
import org.entente.world.Unreachable;
import org.entente.world.WorldDiffers;
import org.jspecify.annotations.Nullable;

/** Says what a failure means to the one who asked; pages and the REST interface go by the same list. */
public final class Failures {
    /** Lock waits, deadlocks and changed rows: nothing is wrong with the request, only with its moment. */
    private static final Set<Integer> TRY_AGAIN = Set.of(1020, 1205, 1213, 1062);

    /** Text that a column cannot hold or be compared with: emoji in a code, too much of it. */
    private static final Set<Integer> UNSPEAKABLE = Set.of(1267, 1366, 1406, 3988);

    /** Nobody knows what it means: the one problem that has no words of its own. */
    static final String FAILURE = "failure";

    private Failures() {}

    public static Problem problem(Throwable failure) {
        Refused refused = cause(failure, Refused.class);
        if (refused != null) {
            return Problem.of(refused.refusal());
        }
        StoredDiffers differs = cause(failure, StoredDiffers.class);
        if (differs != null) {
            return new Problem(
                    500,
                    differs.slug(),
                    "What is stored of this is not what was written. Nothing of it is shown or gone by. Record: "
                            + differs.record());
        }
        SQLException sql = cause(failure, SQLException.class);
        if (cause(failure, OptimisticLockException.class) != null
                || (sql != null && TRY_AGAIN.contains(sql.getErrorCode()))) {
            return new Problem(
                    409,
                    "try-again",
                    "Somebody else changed this at the same moment. Nothing has happened; try again.");
        }
        if (sql != null && UNSPEAKABLE.contains(sql.getErrorCode())) {
            return new Problem(
                    400,
                    "malformed",
                    "Something here has characters, or a length, that it cannot have. Nothing has happened.");
        }
        if (sql != null
                || cause(failure, Unreachable.class) != null
                || cause(failure, WorldDiffers.class) != null
                || cause(failure, RecordFailed.class) != null
                || cause(failure, PersistenceException.class) != null
                || cause(failure, RollbackException.class) != null
                || cause(failure, SystemException.class) != null) {
            return Problem.unavailable();
        }
        TooLarge large = cause(failure, TooLarge.class);
        if (large != null) {
            return new Problem(413, "too-large", "The body may have at most " + large.limit() + " bytes.");
        }
        JsonbException json = cause(failure, JsonbException.class);
        if (json != null || failure instanceof jakarta.json.JsonException) {
            return malformed(json == null ? failure : json);
        }
        if (failure instanceof WebApplicationException web) {
            return http(web);
        }
        return new Problem(500, FAILURE, "Something went wrong here. It has been noted.");
    }

    public static boolean unexpected(Problem problem) {
        return problem.status() >= 500;
    }

    private static Problem malformed(Throwable json) {
        String message = json.getMessage() == null ? "" : json.getMessage();
        String field = FieldName.in(message);
        return new Problem(
                400,
                "malformed",
                field.isEmpty()
                        ? "The body is not the JSON that is expected here."
                        : "The field '" + field + "' is not expected here, or not of this type.",
                List.of("SYNTAX"),
                List.of(new Objection(field, "SYNTAX", "unknown field, or a value of the wrong type")),
                List.of());
    }

    private static Problem http(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 404 -> Problem.of(new org.entente.gate.Refusal.NotFound());
            case 405 -> new Problem(405, "method-not-allowed", "This cannot be done here.");
            case 406 -> new Problem(406, "not-acceptable", "This is not available in that form.");
            case 415 -> new Problem(415, "unsupported-media-type", "Send JSON in UTF-8 here.");
            default ->
                status < 500
                        ? new Problem(status, "bad-request", "The request is not one that this platform understands.")
                        : new Problem(500, FAILURE, "Something went wrong here. It has been noted.");
        };
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
            at = at.getCause();
        }
        return null;
    }
}
