package org.entente.log;

import java.util.List;

/**
 * How large a log was and which root it had (C2SP tlog-checkpoint): the text that the log and its witnesses sign.
 *
 * @param extensions further lines, which we write none of
 */
public record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0 || root.length != TreeHash.BYTES) {
            throw new IllegalArgumentException("a checkpoint has a size and a root of 32 bytes");
        }
        if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("a checkpoint has no empty lines");
        }
    }

    public Checkpoint(String origin, long size, byte[] root) {
        this(origin, size, root, List.of());
    }

    public static Checkpoint parse(String text) throws LogError {
        List<String> lines = List.of(text.split("\n", -1));
        int last = lines.size() - 1;
        if (last < 3 || !lines.get(last).isEmpty() || lines.subList(0, last).contains("")) {
            throw new LogError("a checkpoint has three lines or more, and none of them is empty");
        }
        if (!lines.stream().limit(last).allMatch(Checkpoint::isLine)) {
            throw new LogError("the checkpoint has a control character");
        }
        return new Checkpoint(
                lines.get(0), Hashes.size(lines.get(1)), Hashes.hash(lines.get(2)), lines.subList(3, last));
    }

    public String text() {
        String end = extensions.isEmpty() ? "" : String.join("\n", extensions) + "\n";
        return origin + "\n" + size + "\n" + Hashes.text(root) + "\n" + end;
    }

    private static boolean isLine(String line) {
        return !line.isEmpty() && line.chars().allMatch(c -> c >= ' ');
    }
}
