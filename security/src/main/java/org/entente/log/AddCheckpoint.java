package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a log asks of a witness (C2SP tlog-witness): to cosign a checkpoint that grew out of the one of the old size. */
record AddCheckpoint(long oldSize, List<byte[]> hashes, SignedNote note) {
    static final int MAX_BYTES = SignedNote.MAX_BYTES + 64 * 45;
    private static final String OLD = "old ";
    private static final Pattern LINE_FEED = Pattern.compile("\n");

    AddCheckpoint {
        hashes = List.copyOf(hashes);
    }

    static AddCheckpoint parse(byte[] body) throws LogError {
        int gap = 0;
        while (gap + 1 < body.length && (body[gap] != '\n' || body[gap + 1] != '\n')) {
            gap++;
        }
        if (gap + 1 >= body.length) {
            throw new LogError("there is no empty line before the checkpoint");
        }
        List<String> lines = List.of(LINE_FEED.split(SignedNote.decoded(Arrays.copyOf(body, gap)), -1));
        if (!lines.getFirst().startsWith(OLD)) {
            throw new LogError("the first line does not say the old size");
        }
        return new AddCheckpoint(
                Hashes.size(lines.getFirst().substring(OLD.length())),
                Hashes.hashes(lines.subList(1, lines.size())),
                SignedNote.parse(Arrays.copyOfRange(body, gap + 2, body.length)));
    }

    byte[] encoded() {
        StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
        hashes.forEach(hash -> head.append(Hashes.text(hash)).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(UTF_8));
        out.writeBytes(note.encoded());
        return out.toByteArray();
    }
}
