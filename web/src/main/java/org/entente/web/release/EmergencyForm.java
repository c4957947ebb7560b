package org.entente.web.release;

import java.io.Serializable;
import java.util.List;
import org.entente.release.BreakGlass;
import org.jspecify.annotations.Nullable;

/** An emergency as it is being typed. */
public class EmergencyForm implements Serializable {
    private static final long serialVersionUID = 1;
    private @Nullable List<String> recipients;
    private @Nullable List<String> portions;
    private @Nullable String threat;
    private @Nullable String reason;
    private @Nullable String briefing;
    private @Nullable String hours;

    BreakGlass.Emergency emergency() {
        return new BreakGlass.Emergency(
                recipients == null ? List.of() : recipients,
                portions == null ? List.of() : portions,
                said(threat),
                said(reason),
                said(briefing),
                said(hours).strip().matches("[0-9]{1,3}")
                        ? Integer.parseInt(said(hours).strip())
                        : 0);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    public @Nullable List<String> getRecipients() {
        return recipients;
    }

    public void setRecipients(@Nullable List<String> recipients) {
        this.recipients = recipients;
    }

    public @Nullable List<String> getPortions() {
        return portions;
    }

    public void setPortions(@Nullable List<String> portions) {
        this.portions = portions;
    }

    public @Nullable String getThreat() {
        return threat;
    }

    public void setThreat(@Nullable String threat) {
        this.threat = threat;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getBriefing() {
        return briefing;
    }

    public void setBriefing(@Nullable String briefing) {
        this.briefing = briefing;
    }

    public @Nullable String getHours() {
        return hours;
    }

    public void setHours(@Nullable String hours) {
        this.hours = hours;
    }
}
