package org.entente.product;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SHA-256 over everything a version says, each part with its length before it: what custody and approvals hold on to. */
final class ContentHash {
    private ContentHash() {}

    static byte[] of(String number, int version, Labelled labelled) {
        return of(
                number,
                version,
                labelled.type(),
                labelled.banner().canonical(),
                labelled.titleMark(),
                labelled.title(),
                labelled.portions(),
                labelled.texts());
    }

    /** Of a version as it is stored, with the words that are stored with it. */
    static byte[] again(String number, ProductType type, Version version, Map<Integer, String> words) {
        List<String> texts = new ArrayList<>();
        for (int ordinal = 1; ordinal <= version.portions().size(); ordinal++) {
            texts.add(words.getOrDefault(ordinal, ""));
        }
        return of(
                number,
                version.number(),
                type,
                version.marking(),
                version.titleMarking(),
                words.getOrDefault(Content.TITLE, ""),
                version.portions(),
                texts);
    }

    private static byte[] of(
            String number,
            int version,
            ProductType type,
            String banner,
            @Nullable String titleMark,
            String title,
            List<Portion> portions,
            List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, "entente-product");
            text(out, number);
            out.writeInt(version);
            text(out, type.name());
            text(out, banner);
            text(out, titleMark == null ? "" : titleMark);
            text(out, title);
            out.writeInt(portions.size());
            for (int i = 0; i < portions.size(); i++) {
                PortionView said =
                        portions.get(i).with("", texts.get(i), portions.get(i).sources());
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
