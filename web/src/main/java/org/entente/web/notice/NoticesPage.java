package org.entente.web.notice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.entente.notice.NoticeView;
import org.entente.notice.Notices;
import org.entente.notice.Occasion;
import org.entente.notice.Preference;
import org.entente.notice.Wording;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** What waits for the acting hat and what has happened, and how its wearer wants to hear of it. */
@Named
@ViewScoped
public class NoticesPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String AGAIN = "notices?faces-redirect=true";

    @Inject
    private Notices notices;

    @Inject
    private Shell shell;

    private transient List<NoticeView> all = List.of();
    private Preference.@Nullable Mail mail;
    private boolean detailed;

    public void load() {
        all = notices.list();
        Preference kept = notices.preference();
        mail = kept.mail();
        detailed = kept.detailed();
    }

    public String seen(String number) {
        notices.seen(number);
        return AGAIN;
    }

    public String allSeen() {
        notices.allSeen();
        shell.say("done.noticesSeen");
        return AGAIN;
    }

    public String prefer() {
        notices.prefer(mail, detailed);
        shell.say("done.preference");
        return AGAIN;
    }

    public List<NoticeView> getAll() {
        return all;
    }

    public boolean isUnseen() {
        return all.stream().anyMatch(n -> !n.seen());
    }

    public String what(NoticeView notice) {
        return Wording.in(shell.getLanguage()).what(notice.occasion());
    }

    public String otherwise(NoticeView notice) {
        return Wording.in(shell.getLanguage()).otherwise(notice.occasion());
    }

    /** Where it leads; null where there is no more to see than it says. */
    public @Nullable String link(NoticeView notice) {
        return switch (notice.occasion().about()) {
            case REQUEST -> "request.xhtml?number=" + notice.subject();
            case PRODUCT -> "product.xhtml?number=" + notice.subject();
            case RELEASE -> "release.xhtml?number=" + notice.subject();
            case CONSENT -> "consents.xhtml?number=" + notice.subject();
            case CHALLENGE -> "challenges.xhtml?number=" + notice.subject();
            case BREACH -> "breaches.xhtml?number=" + notice.subject();
            case HANDOVER -> "handover.xhtml?number=" + notice.subject();
            case HANDOVER_CONSENT -> "handovers.xhtml#asked";
            case AUDITOR ->
                notice.occasion() == Occasion.OPENING_DIFFERS
                        ? "log.xhtml"
                        : Objects.equals(notice.originator(), shell.getMe().organisation())
                                ? "people-act.xhtml?number=" + notice.subject()
                                : null;
            case REFERRAL -> "referrals.xhtml?number=" + notice.subject();
        };
    }

    public Preference.@Nullable Mail getMail() {
        return mail;
    }

    public void setMail(Preference.@Nullable Mail mail) {
        this.mail = mail;
    }

    public Preference.Mail[] getMails() {
        return Preference.Mail.values();
    }

    public boolean isDetailed() {
        return detailed;
    }

    public void setDetailed(boolean detailed) {
        this.detailed = detailed;
    }
}
