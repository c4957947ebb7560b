package org.entente.web.waiting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entente.waiting.Matter;
import org.entente.waiting.Matters;
import org.jspecify.annotations.Nullable;

/** What waits for me, and where it leads. */
@Named
@RequestScoped
public class DeskPage {
    private static final int ROWS = 25;

    @Inject
    private Matters matters;

    private @Nullable String page;
    private List<Matter> all = List.of();

    public void load() {
        all = matters.mine();
    }

    public List<Matter> getShown() {
        int from = Math.min((number() - 1) * ROWS, all.size());
        return all.subList(from, Math.min(from + ROWS, all.size()));
    }

    /** The number of the next page, if there is one. */
    public @Nullable Integer getNext() {
        return number() * ROWS < all.size() ? number() + 1 : null;
    }

    public boolean isFirst() {
        return number() == 1;
    }

    private int number() {
        return page != null && page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }

    public int getSize() {
        return all.size();
    }

    public long getLate() {
        return all.stream().filter(Matter::overdue).count();
    }

    public String link(Matter matter) {
        return switch (matter.kind()) {
            case CHECK,
                    RISK,
                    AUTHORISATION,
                    REGISTRATION,
                    RECEIPT,
                    ACKNOWLEDGEMENT,
                    REVIEW,
                    REPORT,
                    DISPOSAL,
                    UNACKNOWLEDGED -> "release.xhtml?number=" + matter.number();
            case CONSENT, WRITTEN_CONSENT -> "consents.xhtml?number=" + matter.number();
            case DRAFT_REVIEW, DRAFT_LEFT -> "queue.xhtml";
            case DRAFT_RETURNED, WORKING_PAPER, SOURCE_GONE -> "product.xhtml?number=" + matter.number();
            case CHALLENGE -> "challenges.xhtml?number=" + matter.number();
            case LABEL_REVIEW -> "reviews.xhtml";
            case REFERRAL -> "referrals.xhtml?number=" + matter.number();
            case DERIVATION -> "derivations.xhtml?number=" + matter.number();
            case PURGE -> "purges.xhtml";
            case MISSION_AGREEMENT -> "missions.xhtml#proposals";
            case RELATION_REVIEW -> "missions.xhtml#reviews";
            case OVERLAP -> "handover-people.xhtml?number=" + matter.number() + "#overlap";
            case HANDOVER_AGREEMENT,
                    HANDOVER_FREEZE,
                    HANDOVER_READINESS,
                    HANDOVER_RECONCILIATION,
                    HANDOVER_CLOSURE,
                    HANDOVER_SIGNATURE_ANEW,
                    HANDOVER_INVENTORY,
                    HANDOVER_TRANSFER -> "handover.xhtml?number=" + matter.number();
            case HANDOVER_STEP -> "handover.xhtml?number=" + matter.number() + "#steps";
            case HANDOVER_CONSENT -> "handovers.xhtml#asked";
            case BREACH -> "breaches.xhtml?number=" + matter.number();
            case PEOPLE_ACT -> "people-act.xhtml?number=" + matter.number();
            case REQUEST, BROKERAGE -> "request.xhtml?number=" + matter.number();
        };
    }
}
