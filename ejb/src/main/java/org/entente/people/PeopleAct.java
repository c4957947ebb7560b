package org.entente.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.entente.identity.Role;
import org.entente.json.JsonLine;
import org.entente.world.WorldChange;
import org.jspecify.annotations.Nullable;

/** An act as it is stored. */
record PeopleAct(
        long id,
        String number,
        ActKind kind,
        String organisation,
        @Nullable String hat,
        String bearer,
        WorldChange.Right change,
        String reason,
        @Nullable String plan,
        String proposerOrg,
        String proposerHat,
        String proposer,
        Instant proposedAt,
        ActState state,
        @Nullable Instant endedAt,
        @Nullable String endedWhy,
        List<Confirmation> confirmations) {
    PeopleAct {
        confirmations = List.copyOf(confirmations);
    }

    /** Who confirmed it, in which role. */
    record Confirmation(Role role, String hat, String person, Instant at) {}

    /** SHA-256, in hexadecimal, of all that is confirmed: the change, whose it is, who proposed it, when and why. */
    String digest() {
        JsonLine whole = new JsonLine()
                .put("act", number)
                .put("kind", kind.name())
                .put("organisation", organisation)
                .put("bearer", bearer)
                .put("change", change.text())
                .put("reason", reason)
                .put("plan", plan == null ? "" : plan)
                .put("proposer", proposerHat)
                .put("at", proposedAt.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(whole.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether this person had any part in it, or is the one whom it is about. */
    boolean involves(String person) {
        return person.equals(bearer)
                || person.equals(proposer)
                || confirmations.stream().anyMatch(c -> c.person().equals(person));
    }
}
