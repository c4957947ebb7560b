package org.entente.product;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** SHA-256 over everything a version says, each part with its length before it: what custody and approvals hold on to. */
final class ContentHash {
    private ContentHash() {}

    static byte[] of(String number, int version, Labelled labelled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, "entente-product");
            text(out, number);
            out.writeInt(version);
            text(out, labelled.type().name());
            text(out, labelled.banner().canonical());
            text(out, labelled.titleMark() == null ? "" : labelled.titleMark());
            text(out, labelled.title());
            List<Portion> portions = labelled.portions();
            out.writeInt(portions.size());
            for (int i = 0; i < portions.size(); i++) {
                PortionView said = portions.get(i)
                        .with("", labelled.texts().get(i), portions.get(i).sources());
                text(out, said.marking());
                text(out, said.text());
                text(out, said.reliability() == null ? "" : said.reliability() + said.credibility());
                text(out, String.join("\n", said.sources()));
                text(out, String.join("\n", said.citations()));
            }
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
