package org.entente.running;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where acts judge something that was shown: what their paths are about, and the tag that came with it. */
final class Judged {
    private static final Map<Pattern, String> SHOWN_AT = Map.of(
            Pattern.compile("(/products/[^/]+)/(publication|return|withdrawal|label|units)"), "$1",
            Pattern.compile("(/releases/[^/]+)/steps/(check|risk|authorisation|registration|receipt|review)"), "$1",
            Pattern.compile("(/(consents|derivations|challenges)/[^/]+)/answer"), "$1",
            Pattern.compile("(/arrangements/[^/]+)/(agreement|confirmation|resumption)"), "$1",
            Pattern.compile("(/products/[^/]+/gone-sources/[^/]+)/decision"), "$1",
            Pattern.compile("/reviews/([^/]+)"), "/products/$1");
    /** Where an act is so grave that it wants a second factor. */
    private static final Pattern GRAVE =
            Pattern.compile("/releases/[^/]+/steps/authorisation|/products/[^/]+/(label|break-glass|units)|/delegations"
                    + "|/forces/[^/]+/reviews"
                    + "|/arrangements(/[^/]+/(agreement|confirmation|resumption))?");

    private static final Pattern CONSENT = Pattern.compile("/releases/([^/]+)/steps/consent");

    private static final AtomicLong READS = new AtomicLong();

    private Judged() {}

    static long reads() {
        return READS.get();
    }

    static boolean grave(String path) {
        return GRAVE.matcher(path).matches();
    }

    static @Nullable String seen(User user, String path) {
        for (Map.Entry<Pattern, String> act : SHOWN_AT.entrySet()) {
            Matcher matcher = act.getKey().matcher(path);
            if (matcher.matches()) {
                READS.incrementAndGet();
                return user.get(matcher.replaceFirst(act.getValue()))
                        .headers()
                        .firstValue("ETag")
                        .orElse(null);
            }
        }
        Matcher consent = CONSENT.matcher(path);
        return consent.matches() ? questions(user, consent.group(1)) : null;
    }

    /** A giver that may not know of a release answers all questions about it at once. */
    private static @Nullable String questions(User user, String release) {
        READS.incrementAndGet();
        Answer list = user.get("/consents");
        String seen = list.status() != 200
                ? ""
                : list.array().getValuesAs(JsonObject.class).stream()
                        .filter(c -> c.getString("release").equals(release))
                        .map(c -> '"' + c.getString("seen") + '"')
                        .collect(Collectors.joining(", "));
        return seen.isEmpty() ? null : seen;
    }
}
