package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it (C2SP signed-note). Reading one says nothing about who signed it: that is for
 * {@link NoteVerifier} and {@link Policy}.
 *
 * @param text ends with a line feed
 */
public record SignedNote(String text, List<Signature> signatures) {
    /** Sixteen post-quantum signatures, which every reader must take, come to half of this. */
    public static final int MAX_BYTES = 1 << 18;

    private static final int MOST_SIGNATURES = 100;
    private static final int ED25519 = 64;
    private static final String DASH = "\u2014 ";

    /** Who signed with which key, and what came of it. */
    public record Signature(String name, int keyId, byte[] bytes) {
        public Signature {
            if (!isName(name)) {
                throw new IllegalArgumentException("this cannot name a key: " + name);
            }
        }

        /** When a witness says that it signed, in whole seconds; nothing of a log's own signature. */
        public Optional<Instant> cosignedAt() {
            return bytes.length == Long.BYTES + ED25519
                    ? Optional.of(Instant.ofEpochSecond(ByteBuffer.wrap(bytes).getLong()))
                    : Optional.empty();
        }

        /** The line of a note that carries it. */
        public String line() {
            byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                    .putInt(keyId)
                    .put(bytes)
                    .array();
            return DASH + name + " " + Hashes.text(all) + "\n";
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    public static SignedNote parse(byte[] bytes) throws LogError {
        if (bytes.length > MAX_BYTES) {
            throw new LogError("the note is larger than " + MAX_BYTES + " bytes");
        }
        String all = decoded(bytes);
        int gap = all.lastIndexOf("\n\n");
        if (gap < 0) {
            throw new LogError("the note has no empty line before its signatures");
        }
        if (gap == 0) {
            throw new LogError("the note has no text");
        }
        return new SignedNote(all.substring(0, gap + 1), signatures(all.substring(gap + 2)));
    }

    /** The lines of signatures alone, as a witness answers them. */
    static List<Signature> signatures(String lines) throws LogError {
        if (!lines.endsWith("\n")) {
            throw new LogError("the signatures do not end with a line feed");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
            if (signatures.size() > MOST_SIGNATURES) {
                throw new LogError("the note has more than " + MOST_SIGNATURES + " signatures");
            }
        }
        return signatures;
    }

    public byte[] encoded() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> all.append(signature.line()));
        return all.toString().getBytes(UTF_8);
    }

    public SignedNote with(List<Signature> more) {
        List<Signature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** Text that a note may consist of: UTF-8 without control characters other than the line feed. */
    static String decoded(byte[] bytes) throws LogError {
        String text = utf8(bytes);
        if (!text.chars().allMatch(c -> c >= ' ' || c == '\n')) {
            throw new LogError("the text has a control character");
        }
        return text;
    }

    static String utf8(byte[] bytes) throws LogError {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new LogError("the text is not UTF-8");
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(SignedNote::parts);
    }

    private static boolean parts(int c) {
        return c == '+' || c < ' ' || c == 0x85 || Character.isSpaceChar(c) || Character.isWhitespace(c);
    }

    private static Signature signature(String line) throws LogError {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || !isName(line.substring(DASH.length(), space))) {
            throw new LogError("this is no line of a signature: " + Hashes.shortened(line));
        }
        byte[] all = Hashes.bytes(line.substring(space + 1));
        if (all.length <= Integer.BYTES) {
            throw new LogError("a signature is longer than its key's number");
        }
        ByteBuffer in = ByteBuffer.wrap(all);
        int keyId = in.getInt();
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return new Signature(line.substring(DASH.length(), space), keyId, bytes);
    }
}
