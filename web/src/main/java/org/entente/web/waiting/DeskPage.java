package org.entente.web.waiting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entente.waiting.Matter;
import org.entente.waiting.Matters;

/** What waits for me, and where it leads. */
@Named
@RequestScoped
public class DeskPage {
    private static final int MOST = 40;

    @Inject
    private Matters matters;

    private List<Matter> all = List.of();

    public void load() {
        all = matters.mine();
    }

    /** The first of them; what is left is counted. */
    public List<Matter> getShown() {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    public int getLeft() {
        return Math.max(0, all.size() - MOST);
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
            case CONSENT -> "consents.xhtml?number=" + matter.number();
            case DRAFT_REVIEW -> "queue.xhtml";
            case DRAFT_RETURNED -> "product.xhtml?number=" + matter.number();
            case REQUEST, BROKERAGE -> "request.xhtml?number=" + matter.number();
        };
    }
}
