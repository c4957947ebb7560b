package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A log's way to one of its witnesses. */
public final class WitnessClient {
    private static final int MAX_ANSWER = 1 << 16;
    private static final int ATTEMPTS = 3;

    private final HttpClient http;
    private final URI address;
    private final NoteVerifier key;
    private final Duration patience;

    /** What came of asking. */
    public sealed interface Result {}

    /** The witness's signatures, which were checked. */
    public record Cosigned(List<SignedNote.Signature> signatures) implements Result {
        public Cosigned {
            signatures = List.copyOf(signatures);
        }
    }

    /** The witness knows a larger log than we do: we have lost something, or were restored from a backup. */
    public record Ahead(long size) implements Result {}

    /** The witness knows a log of this size that ours did not grow out of. */
    public record Forked(long size) implements Result {}

    /** The witness does not want this. */
    public record Refused(int status, String why) implements Result {}

    public record Unreachable(String why) implements Result {}

    /** Makes the consistency proof from a smaller size to that of the checkpoint. */
    @FunctionalInterface
    public interface Prover {
        ConsistencyProof from(long size) throws IOException, LogError;
    }

    /** The address is the witness's submission prefix: where {@code /add-checkpoint} is. */
    public WitnessClient(HttpClient http, URI address, NoteVerifier key, Duration patience) {
        this.http = http;
        this.address = URI.create(address.toString().replaceAll("/+$", "") + "/add-checkpoint");
        this.key = key;
        this.patience = patience;
    }

    /** Asks for a cosignature; told that the witness knows another size than we thought, it asks again from there. */
    public Result add(SignedNote note, long oldSize, Prover prover) throws IOException, LogError, InterruptedException {
        long size = Checkpoint.parse(note.text()).size();
        long from = oldSize;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<byte[]> proof =
                    from == 0 || from == size ? List.of() : prover.from(from).hashes();
            HttpResponse<InputStream> response;
            byte[] body;
            try {
                response = http.send(
                        request(new AddCheckpoint(from, proof, note)), HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream in = response.body()) {
                    body = in.readNBytes(MAX_ANSWER);
                }
            } catch (IOException unreachable) {
                return new Unreachable(String.valueOf(unreachable.getMessage()));
            }
            if (response.statusCode() == 422) {
                return new Forked(from);
            }
            if (response.statusCode() != 409) {
                return result(response.statusCode(), body, note);
            }
            long known = told(body);
            if (known < 0) {
                return new Refused(409, "the witness does not say which size it knows");
            }
            if (known > size) {
                return new Ahead(known);
            }
            if (known == from) {
                return new Forked(known);
            }
            from = known;
        }
        return new Refused(409, "the witness says another size every time");
    }

    private static long told(byte[] body) {
        try {
            return Hashes.size(new String(body, UTF_8).strip());
        } catch (LogError noSize) {
            return -1;
        }
    }

    private HttpRequest request(AddCheckpoint asked) {
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(asked.encoded()))
                .build();
    }

    private Result result(int status, byte[] body, SignedNote note) {
        String text = new String(body, UTF_8);
        if (status != 200) {
            return new Refused(status, Hashes.shortened(text.strip()));
        }
        try {
            List<SignedNote.Signature> good = SignedNote.signatures(text).stream()
                    .filter(signature -> key.verifies(note.text(), signature))
                    .toList();
            return good.isEmpty()
                    ? new Refused(status, "the answer is not a cosignature of this checkpoint")
                    : new Cosigned(good);
        } catch (LogError malformed) {
            return new Refused(status, malformed.sentence());
        }
    }
}
