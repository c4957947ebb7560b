package org.entente.gate;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Carries a refusal out of an operation and rolls its transaction back. */
@ApplicationException(rollback = true)
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.slug(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    public static Refused notFound() {
        return new Refused(new Refusal.NotFound());
    }

    public static Refused objected(String slug, String field, String rule, String message) {
        return new Refused(new Refusal.Objected(slug, message, List.of(new Objection(field, rule, message))));
    }

    public static Refused malformed(String slug, String field, String rule, String message) {
        return new Refused(new Refusal.Malformed(slug, message, List.of(new Objection(field, rule, message))));
    }

    public static Refused forbidden(String slug, String detail, String... reasons) {
        return new Refused(new Refusal.Forbidden(slug, detail, List.of(reasons)));
    }

    public static Refused wrongState(String detail, String... reasons) {
        return new Refused(new Refusal.WrongState("wrong-state", detail, List.of(reasons)));
    }
}
