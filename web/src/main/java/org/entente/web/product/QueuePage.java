package org.entente.web.product;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entente.product.DraftLine;
import org.entente.product.Drafts;
import org.entente.product.LeftDraft;
import org.entente.product.LeftDrafts;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Ticked;
import org.jspecify.annotations.Nullable;

/** What is on its way: one's own drafts, or what waits for an officer. */
@Named
@RequestScoped
public class QueuePage {
    @Inject
    private Drafts drafts;

    @Inject
    private LeftDrafts leftDrafts;

    @Inject
    private Shell shell;

    private List<DraftLine> lines = List.of();
    private @Nullable List<LeftDraft> left;

    public void loadMine() {
        lines = drafts.mine();
    }

    public void loadQueue() {
        lines = drafts.queue();
    }

    /** One by one, each in a record of its own. */
    public String takeOver() {
        Ticked.boxes("taken").forEach(number -> leftDrafts.takeOver(number, null));
        shell.say("done.takenOver");
        return "drafts?faces-redirect=true";
    }

    /** Asked for when the form is looked for too, and then once. */
    public List<LeftDraft> getLeft() {
        List<LeftDraft> found = left == null ? leftDrafts.list() : left;
        left = found;
        return found;
    }

    public List<DraftLine> getLines() {
        return lines;
    }
}
