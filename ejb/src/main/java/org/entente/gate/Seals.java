package org.entente.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.world.PlatformKey;

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
    private PlatformKey key;

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
        byte[][] fields = Stream.of("entente-seen", hat, shown.object(), part.name(), part.value())
                .map(field -> (field.length() + ":" + field).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(key.seal(fields), CODE));
    }
}
