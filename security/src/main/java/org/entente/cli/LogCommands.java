package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.entente.log.KeyKind;
import org.entente.log.LogError;
import org.entente.log.NoteSigner;
import org.entente.log.NoteVerifier;
import org.entente.log.Policy;
import org.entente.log.RecordProof;
import org.entente.log.Witness;
import org.entente.log.WitnessServer;
import org.entente.verify.Bundle;
import org.entente.verify.Proofs;
import org.entente.verify.Verdict;
import org.entente.verify.Verifier;
import org.jspecify.annotations.Nullable;

/** The commands about the log. Exit status: 0 all is well, 1 something is not, 2 the command was wrong. */
final class LogCommands {
    static final Set<String> NAMES = Set.of("verify", "prove", "watch", "witness", "keys");
    private static final int USAGE = -1;

    private final PrintStream out;
    private final PrintStream err;

    LogCommands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The exit status; -1 where the words make no command. */
    int run(String command, List<String> arguments) throws IOException {
        try {
            return switch (command) {
                case "verify" -> verify(Options.read(arguments, 1, Set.of("--retained", "--policy"), Set.of()));
                case "prove" ->
                    arguments.contains("--check")
                            ? check(Options.read(arguments, 1, Set.of("--check"), Set.of()))
                            : prove(Options.read(arguments, 2, Set.of(), Set.of()));
                case "watch" ->
                    watch(Options.read(arguments, 1, Set.of("--state", "--policy", "--key"), Set.of("--once")));
                case "witness" ->
                    witness(Options.read(
                            arguments, 0, Set.of("--state", "--key", "--policy", "--log", "--listen"), Set.of()));
                default -> keys(Options.read(arguments, 2, Set.of(), Set.of("--witness")));
            };
        } catch (LogError wrong) {
            err.println(wrong.sentence());
            return 1;
        }
    }

    private int verify(@Nullable Options options) throws IOException {
        if (options == null) {
            return USAGE;
        }
        Path bundle = Path.of(options.words().getFirst());
        if (!Files.exists(bundle)) {
            throw new NoSuchFileException(bundle.toString());
        }
        Verdict verdict;
        try {
            verdict = Verifier.verify(bundle, bytes(options.get("--policy")), bytes(options.get("--retained")));
        } catch (OutOfMemoryError tooSmall) {
            err.println("This needs more memory than Java was given (-Xmx): 64 MB and 32 bytes a record.");
            return 2;
        }
        verdict.lines().forEach(out::println);
        return verdict.sound() ? 0 : 1;
    }

    private int prove(@Nullable Options options) throws IOException, LogError {
        if (options == null) {
            return USAGE;
        }
        UUID event;
        try {
            event = UUID.fromString(options.words().getFirst());
        } catch (IllegalArgumentException noEvent) {
            return USAGE;
        }
        try (Bundle bundle = Bundle.open(Path.of(options.words().get(1)))) {
            RecordProof proof = Proofs.of(event, bundle);
            if (proof == null) {
                throw new LogError("the bundle has no record of event " + event);
            }
            out.write(proof.encoded());
            out.flush();
            return 0;
        }
    }

    private int check(@Nullable Options options) throws IOException, LogError {
        if (options == null) {
            return USAGE;
        }
        Policy policy = Policy.parse(Files.readAllBytes(Path.of(options.words().getFirst())));
        RecordProof proof =
                RecordProof.parse(Files.readAllBytes(Path.of(options.named().getOrDefault("--check", ""))));
        return switch (proof.judge(policy)) {
            case Policy.Refused(String why) -> throw new LogError(why);
            case Policy.Signed signed
            when !signed.quorate() -> throw new LogError("no quorum, only " + signed.witnesses() + " cosigned");
            case Policy.Signed signed -> {
                out.println("record " + proof.inclusion().index() + " of "
                        + signed.checkpoint().origin() + ", which had "
                        + signed.checkpoint().size() + " records, cosigned by "
                        + String.join(", ", signed.witnesses()));
                yield 0;
            }
        };
    }

    private int watch(@Nullable Options options) throws IOException, LogError {
        String state = options == null ? null : options.get("--state");
        String policy = options == null ? null : options.get("--policy");
        if (options == null || state == null || policy == null) {
            return USAGE;
        }
        String key = options.get("--key");
        Watch watch = new Watch(
                LogAddress.of(options.words().getFirst()),
                Path.of(state),
                Policy.parse(Files.readAllBytes(Path.of(policy))),
                key == null ? null : NoteSigner.read(Path.of(key)),
                () -> Instant.now().getEpochSecond());
        return watch.run(out, options.has("--once"));
    }

    private int witness(@Nullable Options options) throws IOException, LogError {
        String state = options == null ? null : options.get("--state");
        String key = options == null ? null : options.get("--key");
        String listen = options == null ? null : options.get("--listen");
        if (options == null
                || state == null
                || key == null
                || listen == null
                || !listen.matches(".+:([0-5]?[0-9]{1,4}|6[0-4][0-9]{3})")) {
            return USAGE;
        }
        String policy = options.get("--policy");
        String log = options.get("--log");
        if ((policy == null) == (log == null)) {
            return USAGE;
        }
        List<Policy.Log> logs = policy != null
                ? Policy.parse(Files.readAllBytes(Path.of(policy))).logs()
                : List.of(new Policy.Log(NoteVerifier.parse(String.valueOf(log)), null));
        int colon = listen.lastIndexOf(':');
        InetSocketAddress address =
                new InetSocketAddress(listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1)));
        if (address.isUnresolved()) {
            throw new LogError("there is no address " + address.getHostString());
        }
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("sun.net.httpserver.maxRspTime", "20");
        NoteSigner signer = NoteSigner.read(Path.of(key));
        Witness witness =
                Witness.open(Path.of(state), signer, logs, () -> Instant.now().getEpochSecond());
        WitnessServer server = WitnessServer.start(witness, address);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (IOException lockGoesWithTheProcess) {
                err.println(lockGoesWithTheProcess.getMessage());
            }
            stopped.countDown();
        }));
        out.println(signer.verifier() + " listens on " + server.address().getPort());
        out.flush();
        try {
            stopped.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int keys(@Nullable Options options) throws IOException, LogError {
        if (options == null) {
            return USAGE;
        }
        String name = options.words().getFirst();
        NoteSigner signer = NoteSigner.generate(name, options.has("--witness") ? KeyKind.WITNESS : KeyKind.LOG);
        Path file = Path.of(options.words().get(1)).resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".key");
        signer.write(file);
        out.println(signer.verifier());
        return 0;
    }

    private static byte @Nullable [] bytes(@Nullable String file) throws IOException {
        return file == null ? null : Files.readAllBytes(Path.of(file));
    }
}
