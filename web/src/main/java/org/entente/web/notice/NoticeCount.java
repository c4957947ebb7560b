package org.entente.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.entente.notice.Notices;
import org.jspecify.annotations.Nullable;

/** How many notices the acting hat has not seen, for the head of every page. */
@Named
@RequestScoped
public class NoticeCount {
    @Inject
    private Notices notices;

    private @Nullable Integer unseen;

    public int getUnseen() {
        Integer known = unseen;
        if (known == null) {
            known = notices.unseen();
            unseen = known;
        }
        return known;
    }

    /** Beyond what is counted it says so. */
    public String getText() {
        return getUnseen() < Notices.MOST_UNSEEN ? Integer.toString(getUnseen()) : Notices.MOST_UNSEEN + "+";
    }
}
