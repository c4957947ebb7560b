package org.entente.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.entente.access.WorldFile;

/** The command line. Exit status: 0 all lines answered, 1 a line was at fault, 2 the command or the world file was. */
public final class Main {
    private static final String USAGE = """
            Say what you want to know, of which world:
              decide  WORLD.json           reads cases, one JSON object a line, and answers decisions
              decide  WORLD.json --cases   answers the cases that the world file carries
              marking WORLD.json           reads lines ORIGINATOR<TAB>text and answers canonical markings
              rollup  WORLD.json           reads portions, one JSON object a line, and answers banners

            or of the log:
              verify  BUNDLE [--policy FILE] [--retained NOTE]
                                           checks a folder or ZIP: signatures, tree, records, openings, receipts, decisions
              prove   EVENT BUNDLE         answers the proof that an event is in the log
              prove   --check PROOF POLICY checks such a proof
              proofs                       reads Merkle proofs, one JSON object a line, and says which are valid
              watch   URL|FOLDER --state DIR --policy FILE [--key FILE] [--once]
                                           follows a log, keeps a copy, and alarms if its past changed
              witness --state DIR --key FILE (--policy FILE | --log VKEY) --listen HOST:PORT
                                           cosigns the checkpoints of a log that only grows
              keys    NAME DIR [--witness] makes a pair of keys, writes the private one and answers the public one
            """;

    private final InputStream in;
    private final PrintStream stdout;
    private final PrintWriter out;
    private final PrintStream err;

    private Main(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.stdout = out;
        this.out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)));
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.in, System.out, System.err));
    }

    /** The whole command but for leaving the virtual machine; answers the exit status. */
    static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        try {
            return new Main(in, out, err).run(arguments);
        } catch (NoSuchFileException absent) {
            err.println("There is no file " + absent.getFile() + ".");
        } catch (IOException | InvalidPathException unreadable) {
            err.println("The file cannot be read: " + unreadable.getMessage());
        }
        return 2;
    }

    private int run(List<String> arguments) throws IOException {
        if (arguments.equals(List.of("proofs"))) {
            return Lines.answer(new ProofQuestion(), new BufferedReader(new InputStreamReader(in, UTF_8)), out) ? 1 : 0;
        }
        if (!arguments.isEmpty() && LogCommands.NAMES.contains(arguments.getFirst())) {
            int status = new LogCommands(stdout, err).run(arguments.getFirst(), arguments.subList(1, arguments.size()));
            if (status >= 0) {
                return status;
            }
            err.print(USAGE);
            return 2;
        }
        boolean cases = arguments.size() == 3 && arguments.equals(List.of("decide", arguments.get(1), "--cases"));
        boolean known =
                !arguments.isEmpty() && List.of("decide", "marking", "rollup").contains(arguments.getFirst());
        if (!known || (arguments.size() != 2 && !cases)) {
            err.print(USAGE);
            return 2;
        }
        return switch (world(Path.of(arguments.get(1)))) {
            case WorldFile.Problems(List<WorldFile.Problem> problems) -> {
                problems.forEach(problem -> err.println(arguments.get(1) + ":" + problem.line() + ": "
                        + (problem.field().isEmpty() ? "the file" : problem.field()) + " " + problem.message()));
                yield 2;
            }
            case WorldFile.Loaded loaded -> (cases ? carried(loaded) : asked(arguments.getFirst(), loaded)) ? 1 : 0;
        };
    }

    private boolean carried(WorldFile.Loaded loaded) {
        DecideQuestion question = new DecideQuestion(loaded);
        int number = 0;
        for (WorldFile.Case one : loaded.cases()) {
            out.print(question.answer(one, ++number).json() + "\n");
        }
        out.flush();
        return false;
    }

    private boolean asked(String command, WorldFile.Loaded loaded) throws IOException {
        Question question = switch (command) {
            case "decide" -> new DecideQuestion(loaded);
            case "marking" -> new MarkingQuestion(loaded.world());
            default -> new RollUpQuestion(loaded.world());
        };
        return Lines.answer(question, new BufferedReader(new InputStreamReader(in, UTF_8)), out);
    }

    private static WorldFile.Result world(Path path) throws IOException {
        try (Reader text = Files.newBufferedReader(path, UTF_8)) {
            return WorldFile.read(text);
        }
    }
}
