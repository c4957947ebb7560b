package org.entente.gate;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what was shown, for the hat that saw it: one short code a part, so that it can be said which part is another one now. Keyed,
 * so that nobody can find out by guessing what stood in a part that they do not get to read, and no other hat can use it.
 */
@ApplicationScoped
class Seals {
    private static final int CODE = 9;
    private static final String BETWEEN = ",";
    private static final String ONE = "[A-Za-z0-9_-]{12}(\\.[A-Za-z0-9_-]{12}){0,19}";
    private static final Pattern FORM = Pattern.compile(ONE + "(" + BETWEEN + ONE + "){0,199}");

    @Inject
    @ConfigProperty(name = "entente.secret")
    private String secretFile;

    private byte[] secret = new byte[0];

    @PostConstruct
    void load() {
        try {
            secret = Files.readAllBytes(Path.of(secretFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String seal(Shown shown, String hat) {
        return shown.parts().stream().map(p -> code(shown, p, hat)).collect(Collectors.joining("."));
    }

    boolean wellFormed(String seal) {
        return FORM.matcher(seal).matches();
    }

    /**
     * The names of the parts that are no longer as they were sealed; all of them if this was another thing's, or another's. Of
     * several seals the one counts that says least.
     */
    List<String> changed(Shown shown, String hat, String seals) {
        return Arrays.stream(seals.split(BETWEEN, -1))
                .map(s -> changed(shown, hat, s.split("\\.", -1)))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private List<String> changed(Shown shown, String hat, String[] before) {
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < shown.parts().size(); i++) {
            Shown.Part part = shown.parts().get(i);
            if (before.length != shown.parts().size() || !same(before[i], code(shown, part, hat))) {
                changed.add(part.name());
            }
        }
        return changed;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private String code(Shown shown, Shown.Part part, String hat) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            for (String field : List.of("entente-seen", hat, shown.object(), part.name(), part.value())) {
                mac.update((field.length() + ":" + field).getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(mac.doFinal(), CODE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
