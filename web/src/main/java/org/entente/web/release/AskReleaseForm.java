package org.entente.web.release;

import java.util.List;
import org.entente.release.Asking;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A request for release as it is being typed. */
public class AskReleaseForm {
    private @Nullable List<String> recipients;
    private @Nullable String purpose;
    private @Nullable String until;
    private @Nullable String consentDue;
    private @Nullable List<String> portions;

    Asking asking(boolean sanitised) {
        return new Asking(
                to(),
                purpose == null ? "" : purpose,
                sanitised ? kept() : null,
                Ask.minute("until", until),
                Ask.minute("consentDue", consentDue));
    }

    List<String> to() {
        return recipients == null ? List.of() : recipients;
    }

    List<String> kept() {
        return portions == null ? List.of() : portions;
    }

    public @Nullable List<String> getRecipients() {
        return recipients;
    }

    public void setRecipients(@Nullable List<String> recipients) {
        this.recipients = recipients;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }

    public @Nullable String getConsentDue() {
        return consentDue;
    }

    public void setConsentDue(@Nullable String consentDue) {
        this.consentDue = consentDue;
    }

    public @Nullable List<String> getPortions() {
        return portions;
    }

    public void setPortions(@Nullable List<String> portions) {
        this.portions = portions;
    }
}
