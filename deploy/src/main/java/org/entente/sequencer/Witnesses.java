package org.entente.sequencer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.entente.log.Checkpoint;
import org.entente.log.LogError;
import org.entente.log.Policy;
import org.entente.log.SignedNote;
import org.entente.log.Tiles;
import org.entente.log.WitnessClient;
import org.jspecify.annotations.Nullable;

/** Asks all witnesses at once. Nobody is waited for once a quorum has answered, but for a moment that spares the last a proof. */
final class Witnesses {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration COURTESY = Duration.ofMillis(150);

    private final Policy policy;
    private final Tiles tiles;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    Witnesses(Policy policy, Tiles tiles) {
        this.policy = policy;
        this.tiles = tiles;
    }

    /** What one of them said; {@code trouble} is null if it cosigned. */
    record Word(String witness, long size, @Nullable String trouble) {}

    /**
     * The note with what came in.
     *
     * @param conflict a witness's word that it knows more than this log, or something else; null if none said so
     */
    record Cosigned(
            SignedNote note, List<Word> words, @Nullable Halted conflict) {}

    private record Answer(Policy.Witness witness, WitnessClient.Result result) {}

    Cosigned ask(SignedNote note) throws IOException, LogError {
        long size = Checkpoint.parse(note.text()).size();
        List<Policy.Witness> asked =
                policy.witnesses().stream().filter(w -> w.url() != null).toList();
        SignedNote signed = note;
        List<Word> words = new ArrayList<>();
        Halted conflict = null;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Answer> answers = new ExecutorCompletionService<>(threads);
            for (Policy.Witness witness : asked) {
                answers.submit(asking(witness, note, size));
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (int left = asked.size(); left > 0; left--) {
                Future<Answer> done = answers.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (done == null) {
                    break;
                }
                Answer answer = done.get();
                String name = answer.witness.name();
                switch (answer.result) {
                    case WitnessClient.Cosigned cosigned -> {
                        signed = signed.with(cosigned.signatures());
                        known.put(name, size);
                        words.add(new Word(name, size, null));
                    }
                    case WitnessClient.Ahead ahead ->
                        conflict = new Halted(
                                "RESTORED_BACKUP",
                                name + " cosigned " + ahead.size() + " records and there are " + size
                                        + ": the log was brought back from a backup");
                    case WitnessClient.Forked forked ->
                        conflict = new Halted(
                                "HISTORY_CHANGED",
                                name + " cosigned other records than the first " + forked.size() + " of these");
                    case WitnessClient.Refused refused ->
                        words.add(new Word(name, 0, refused.status() + " " + refused.why()));
                    case WitnessClient.Unreachable silent -> words.add(new Word(name, 0, silent.why()));
                }
                if (policy.judge(signed) instanceof Policy.Signed so && so.quorate()) {
                    end = Math.min(end, System.nanoTime() + COURTESY.toNanos());
                }
            }
            threads.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new Cosigned(signed, words, conflict);
    }

    private Callable<Answer> asking(Policy.Witness witness, SignedNote note, long size) {
        return () -> new Answer(
                witness,
                new WitnessClient(http, URI.create(String.valueOf(witness.url())), witness.key(), PATIENCE)
                        .add(
                                note,
                                known.getOrDefault(witness.name(), 0L),
                                from -> tiles.tree(size).consistency(from)));
    }
}
