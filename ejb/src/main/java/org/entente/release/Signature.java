package org.entente.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/** Somebody's word at one step, bound to exactly what they saw. Never changed. */
@Embeddable
class Signature {
    @Enumerated(EnumType.STRING)
    private Step step = Step.CHECK;

    @Enumerated(EnumType.STRING)
    private Verdict verdict = Verdict.APPROVE;

    private String organisation = "";
    private String person = "";
    private String hat = "";
    private Instant at = Instant.EPOCH;
    private @Nullable String reason;
    private byte[] basis = new byte[0];

    @Column(name = "delegation")
    private @Nullable String delegation;

    protected Signature() {}

    Signature(
            Step step,
            Verdict verdict,
            Hat by,
            Instant at,
            @Nullable String reason,
            byte[] basis,
            @Nullable String delegation) {
        this.step = step;
        this.verdict = verdict;
        this.organisation = by.organisation();
        this.person = by.person();
        this.hat = by.id();
        this.at = at;
        this.reason = reason;
        this.basis = basis.clone();
        this.delegation = delegation;
    }

    boolean approves(Step wanted, byte[] what) {
        return step == wanted && verdict == Verdict.APPROVE && Arrays.equals(basis, what);
    }

    /** Whether the same person says the same again. */
    boolean repeats(Step wanted, Verdict said, Hat by) {
        return step == wanted && verdict == said && hat.equals(by.id());
    }

    String person() {
        return person;
    }

    String hat() {
        return hat;
    }

    String organisation() {
        return organisation;
    }

    /** {@code current} is what is to be released now; null once it has gone, when what was signed is history. */
    SignatureView view(byte @Nullable [] current) {
        return new SignatureView(
                step,
                verdict,
                organisation,
                person,
                hat,
                at,
                reason,
                delegation,
                !step.judges() || current == null || Arrays.equals(basis, current));
    }
}
