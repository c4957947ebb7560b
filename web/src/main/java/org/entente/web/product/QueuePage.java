package org.entente.web.product;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entente.product.DraftLine;
import org.entente.product.Drafts;

/** What is on its way: one's own drafts, or what waits for an officer. */
@Named
@RequestScoped
public class QueuePage {
    @Inject
    private Drafts drafts;

    private List<DraftLine> lines = List.of();

    public void loadMine() {
        lines = drafts.mine();
    }

    public void loadQueue() {
        lines = drafts.queue();
    }

    public List<DraftLine> getLines() {
        return lines;
    }
}
