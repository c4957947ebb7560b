package org.entente.web.release;

import java.util.List;
import org.entente.release.Asking;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A request for release as it comes over the wire. */
public record ReleaseRequestBody(
        @Nullable List<String> recipients,
        @Nullable String purpose,
        @Nullable List<String> sanitised,
        @Nullable String until,
        @Nullable String consentDue) {

    Asking asking() {
        List<String> to = Ask.needed("recipients", recipients);
        to.forEach(r -> Ask.needed("recipients", r));
        if (sanitised != null) {
            sanitised.forEach(p -> Ask.needed("sanitised", p));
        }
        return new Asking(
                to,
                Ask.needed("purpose", purpose),
                sanitised,
                Ask.instant("until", until),
                Ask.instant("consentDue", consentDue));
    }
}
