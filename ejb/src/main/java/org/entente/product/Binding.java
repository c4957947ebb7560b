package org.entente.product;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.entente.content.ContentRoot;

/**
 * A version's words bound when they are written: a fresh salt for each place, the commitments one behind the other, and their root.
 *
 * @param salts of title, portions and frame, in this order
 */
record Binding(byte[] root, byte[] commitments, List<byte[]> salts) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Binding of(String number, int version, Labelled labelled) {
        ContentRoot content = new ContentRoot(number, version);
        List<byte[]> salts = new ArrayList<>();
        List<byte[]> commitments = new ArrayList<>();
        for (int ordinal = Content.TITLE; ordinal <= labelled.portions().size(); ordinal++) {
            salts.add(salt());
            commitments.add(content.commitment(part(labelled, ordinal), salts.getLast()));
        }
        salts.add(salt());
        commitments.add(content.frame(
                labelled.type().name(),
                labelled.banner().canonical(),
                labelled.portions().stream().map(Portion::sources).toList(),
                salts.getLast()));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        commitments.forEach(all::writeBytes);
        return new Binding(content.root(commitments), all.toByteArray(), salts);
    }

    private static ContentRoot.Part part(Labelled labelled, int ordinal) {
        if (ordinal == Content.TITLE) {
            String mark = labelled.titleMark();
            return ContentRoot.Part.title(mark == null ? "" : mark, labelled.title());
        }
        return labelled.portions()
                .get(ordinal - 1)
                .part(ordinal, labelled.texts().get(ordinal - 1));
    }

    private static byte[] salt() {
        byte[] salt = new byte[ContentRoot.SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
