package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.entente.json.JsonFields;
import org.entente.json.JsonText;
import org.entente.log.Checkpoint;
import org.entente.log.Hashes;
import org.entente.log.LogError;
import org.entente.log.LogScan;
import org.entente.log.Policy;
import org.entente.log.SignedNote;
import org.jspecify.annotations.Nullable;

/** Checks a bundle from its signatures to its decisions, in a fixed order, up to the first difference. */
public final class Verifier {
    private final Bundle bundle;
    private final TreeMap<Long, Checkpoint> notes = new TreeMap<>();
    private final Map<String, String> counts = new LinkedHashMap<>();

    private Verifier(Bundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The verdict on a bundle.
     *
     * @param policy the auditor's own, null to take the bundle's word for it
     * @param retained the last note that the auditor kept, null where there is none
     */
    public static Verdict verify(Path path, byte @Nullable [] policy, byte @Nullable [] retained) {
        try (Bundle bundle = Bundle.open(path)) {
            return new Verifier(bundle).verdict(policy, retained);
        } catch (IOException unreadable) {
            return new Verdict(
                    false, List.of("verdict: NOT SOUND", "first difference: the bundle is not one that can be read"));
        }
    }

    /** The newest checkpoint that the bundle proves, for whoever wants a proof out of it. */
    static SignedNote newest(Bundle bundle) throws IOException, LogError {
        long newest = -1;
        for (String name : bundle.names("notes/")) {
            newest = Math.max(newest, size(name));
        }
        byte[] note = newest < 0 ? null : bundle.read("notes/" + newest + ".txt");
        if (note == null) {
            throw new LogError("the bundle has no note");
        }
        return SignedNote.parse(note);
    }

    private Verdict verdict(byte @Nullable [] own, byte @Nullable [] retained) {
        List<String> lines = new ArrayList<>();
        try {
            check(own, retained);
            lines.add("verdict: sound");
        } catch (LogError difference) {
            lines.add("verdict: NOT SOUND");
            lines.add("first difference: " + difference.sentence());
        } catch (IOException unreadable) {
            lines.add("verdict: NOT SOUND");
            lines.add("first difference: the bundle is damaged, its files cannot all be read");
        }
        counts.forEach((what, count) -> lines.add(what + ": " + count));
        return new Verdict(lines.getFirst().equals("verdict: sound"), lines);
    }

    private void check(byte @Nullable [] own, byte @Nullable [] retained) throws IOException, LogError {
        Policy policy = policy(own);
        readNotes(policy);
        Checkpoint newest = notes.lastEntry().getValue();
        long size = newest.size();
        counts.put("log", newest.origin());
        counts.put("notes", notes.size() + ", the newest of size " + size + " with root " + Hashes.text(newest.root()));
        long[] range = range(bundle, size);
        LogScan scan = new LogScan(bundle, bundle.names("tile/"), range[0], range[1]);
        notes.forEach((at, note) -> scan.expect(at, note.root(), "notes/" + at + ".txt"));
        if (retained != null) {
            Checkpoint kept = judged(policy, retained, "the retained note");
            if (!kept.origin().equals(newest.origin())) {
                throw new LogError("the retained note is of " + kept.origin());
            }
            if (kept.size() > size) {
                throw new LogError("record " + size + ": it is missing, and the log had " + kept.size()
                        + " when the retained note was signed");
            }
            scan.expect(kept.size(), kept.root(), "the retained note");
        }
        Records records = new Records(bundle, range[0], range[1], size);
        try {
            scan.run(records);
        } finally {
            counts.put("records", records.count() + " of " + range[0] + " to " + range[1]);
        }
        business(records);
    }

    private void business(Records records) throws IOException, LogError {
        Receipts receipts = new Receipts(records);
        for (int type : ReceiptTypes.read(bundle)) {
            receipts.type(type);
        }
        counts.put("receipts", "" + JsonLines.each(bundle, "receipts.jsonl", receipts::receipt));
        ActRows rows = new ActRows(records);
        counts.put("written by acts", "" + JsonLines.each(bundle, "made.jsonl", rows::line));
        Openings openings = new Openings(records, receipts, rows);
        counts.put("erasures", "" + JsonLines.each(bundle, "erasures.jsonl", openings::erasure));
        counts.put("openings", "" + JsonLines.each(bundle, "openings.jsonl", openings::opening));
        counts.put("lists of what was opened", "" + JsonLines.each(bundle, "opened.jsonl", openings::list));
        Concerns concerns = new Concerns(bundle, records, openings);
        JsonLines.each(bundle, "slots.jsonl", concerns::slot);
        concerns.nothingElse();
        counts.put("shown to", concerns.told());
        int later = openings.erasuresHadAnOrder();
        if (later > 0) {
            counts.put("erasures of purges after the range", "" + later);
        }
        if (records.fromTheBeginning() && concerns.everything()) {
            openings.erasuresAreCertified();
        }
        receipts.agree();
        rows.agree(openings);
        counts.put("rows held against the acts that made them", "" + JsonLines.each(bundle, "rows.jsonl", rows::row));
        int others = rows.nothingMissing();
        if (others > 0) {
            counts.put("of them last written by acts that are not shown here", "" + others);
        }
        Replay replay = new Replay(bundle, records);
        counts.put("decisions taken again", "" + JsonLines.each(bundle, "decisions.jsonl", replay::decision));
    }

    private Policy policy(byte @Nullable [] own) throws IOException, LogError {
        byte[] text = own == null ? bundle.read("policy.txt") : own;
        if (text == null) {
            throw new LogError("there is no policy.txt");
        }
        String whose = own == null ? ", which the bundle brought along: compare it with your own" : ", your own";
        counts.put("policy", HexFormat.of().formatHex(Hashes.sha256(text)) + whose);
        return Policy.parse(text);
    }

    private void readNotes(Policy judge) throws IOException, LogError {
        for (String name : bundle.names("notes/")) {
            long size = size(name);
            byte[] bytes = bundle.read(name);
            Checkpoint checkpoint = judged(judge, bytes == null ? new byte[0] : bytes, name);
            if (checkpoint.size() != size) {
                throw new LogError(name + ": it is of size " + checkpoint.size());
            }
            if (!notes.isEmpty() && !notes.firstEntry().getValue().origin().equals(checkpoint.origin())) {
                throw new LogError(name + ": it is of another log, " + checkpoint.origin());
            }
            notes.put(size, checkpoint);
        }
        if (notes.isEmpty()) {
            throw new LogError("there are no notes");
        }
    }

    private static Checkpoint judged(Policy judge, byte[] bytes, String name) throws LogError {
        try {
            return switch (judge.judge(SignedNote.parse(bytes))) {
                case Policy.Refused(String why) -> throw new LogError(why);
                case Policy.Signed(Checkpoint checkpoint, var witnesses, boolean quorate) -> {
                    if (!quorate) {
                        throw new LogError("no quorum, only " + witnesses + " cosigned");
                    }
                    yield checkpoint;
                }
            };
        } catch (LogError wrong) {
            throw new LogError(name + ": " + wrong.sentence());
        }
    }

    private static long size(String name) throws LogError {
        if (!name.matches("notes/(0|[1-9][0-9]{0,17})\\.txt")) {
            throw new LogError(name + " is not the name of a note");
        }
        return Long.parseLong(name.substring("notes/".length(), name.length() - ".txt".length()));
    }

    /** All records, or those that the bundle says it has. */
    static long[] range(Bundle bundle, long size) throws IOException, LogError {
        byte[] text = bundle.read("range.json");
        if (text == null) {
            return new long[] {0, size};
        }
        StringJoiner wrong = new StringJoiner("; ");
        JsonFields fields = JsonText.read(
                new StringReader(new String(text, UTF_8)), (at, field, message) -> wrong.add(field + " " + message));
        if (fields != null) {
            long[] range = {fields.unsigned("from"), fields.unsigned("to")};
            fields.done();
            if (wrong.length() == 0 && range[0] >= 0 && range[0] <= range[1] && range[1] <= size) {
                return range;
            }
        }
        throw new LogError("range.json: it does not say from and to");
    }
}
