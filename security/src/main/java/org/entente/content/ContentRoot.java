package org.entente.content;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Commitments and root of one version of a product. Integers have four bytes, the highest first; a text is its length in bytes
 * and its UTF-8. Every answer is 32 bytes.
 */
public final class ContentRoot {
    public static final int SALT = 32;
    public static final int SIZE = 32;

    /** The title's place; portions count from 1. */
    public static final int TITLE = 0;

    private static final String BETWEEN = "\n";

    private final String number;
    private final int version;

    /** Of this version of this product: the same words of another one have other commitments. */
    public ContentRoot(String number, int version) {
        this.number = number;
        this.version = version;
    }

    /**
     * What a reader is shown of a title or a portion.
     *
     * @param mark as it is written; empty for a title without one
     * @param grade reliability and credibility, as in B2; empty if there is none
     * @param citations sources outside of the platform, in their order
     */
    public record Part(int ordinal, String mark, String grade, String words, List<String> citations) {
        public Part {
            citations = List.copyOf(citations);
        }

        public static Part title(String mark, String words) {
            return new Part(TITLE, mark, "", words, List.of());
        }
    }

    /** SHA-256 over place, salt and everything that is shown. */
    public byte[] commitment(Part part, byte[] salt) {
        return hash("entente-portion/1", out -> {
            out.writeInt(part.ordinal());
            out.write(salted(salt));
            text(out, part.mark());
            text(out, part.grade());
            text(out, part.words());
            text(out, String.join(BETWEEN, part.citations()));
        });
    }

    /**
     * SHA-256 over what stands around the words: the product's type, its banner, and each portion's sources on the platform. Its
     * salt is given to nobody: of the sources not every reader may know.
     */
    public byte[] frame(String type, String banner, List<List<String>> sources, byte[] salt) {
        return hash("entente-frame/1", out -> {
            out.write(salted(salt));
            text(out, type);
            text(out, banner);
            out.writeInt(sources.size());
            for (List<String> of : sources) {
                text(out, String.join(BETWEEN, of));
            }
        });
    }

    /** SHA-256 over the commitments of title, portions and frame, in this order. */
    public byte[] root(List<byte[]> commitments) {
        return hash("entente-content/1", out -> {
            out.writeInt(commitments.size() - 2);
            for (byte[] commitment : commitments) {
                out.write(commitment);
            }
        });
    }

    private static byte[] salted(byte[] salt) {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("a salt has " + SALT + " bytes, not " + salt.length);
        }
        return salt;
    }

    private interface Fields {
        void to(DataOutputStream out) throws IOException;
    }

    private byte[] hash(String label, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, label);
            text(out, number);
            out.writeInt(version);
            fields.to(out);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
