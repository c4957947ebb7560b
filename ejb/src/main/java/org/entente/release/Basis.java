package org.entente.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.entente.product.Circulating;

/** What a signature is bound to: SHA-256 over version, content, caveats and recipients. Change one, and nothing is signed. */
final class Basis {
    private Basis() {}

    static byte[] of(Circulating product, List<String> recipients) {
        List<String> lines = new ArrayList<>(List.of(
                "entente-release",
                product.number(),
                Integer.toString(product.version()),
                product.contentHash(),
                product.marking()));
        lines.addAll(product.portionMarkings());
        lines.add("to");
        lines.addAll(recipients.stream().sorted().toList());
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
