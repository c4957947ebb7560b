package org.entente.web.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.entente.release.NextStep;
import org.entente.release.ReleaseLine;
import org.entente.release.Releases;
import org.entente.release.Stage;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Releases that one's organisation lets go, gets, or whose product is its own. A view is a link. */
@Named
@RequestScoped
public class ReleaseListPage {
    private static final int ROWS = 25;

    @Inject
    private Releases releases;

    @Inject
    private Shell shell;

    private @Nullable String state;
    private @Nullable String product;
    private @Nullable String side;
    private @Nullable String page;
    private List<ReleaseLine> lines = List.of();

    public void load() {
        String own = shell.getMe().organisation();
        Stage stage = Arrays.stream(Stage.values())
                .filter(s -> s.name().equals(state))
                .findFirst()
                .orElse(null);
        lines = releases.list(stage, Ask.text(product)).stream()
                .filter(l -> !"OUT".equals(side) || l.releaser().equals(own))
                .filter(l -> !"IN".equals(side) || l.recipients().contains(own))
                .filter(l -> !"MINE".equals(side) || mine(l))
                .toList();
    }

    public boolean mine(ReleaseLine line) {
        return line.next().stream().anyMatch(n -> n.mine() && waits(n));
    }

    private static boolean waits(NextStep next) {
        return switch (next.step()) {
            case ASK_AGAIN, USE_REPORT, RECALL, CANCELLATION -> false;
            case CHECK,
                    CONSENT,
                    RISK,
                    AUTHORISATION,
                    REGISTRATION,
                    RECEIPT,
                    ACKNOWLEDGEMENT,
                    REVIEW,
                    REPORT,
                    DISPOSAL -> true;
        };
    }

    public List<ReleaseLine> getLines() {
        int from = Math.min((number() - 1) * ROWS, lines.size());
        return lines.subList(from, Math.min(from + ROWS, lines.size()));
    }

    /** The number of the next page, if there is one. */
    public @Nullable Integer getNext() {
        return number() * ROWS < lines.size() ? number() + 1 : null;
    }

    private int number() {
        return page != null && page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    }

    public boolean isFirst() {
        return number() == 1;
    }

    public List<Stage> getStages() {
        return List.of(Stage.values());
    }

    public List<String> getSides() {
        return List.of("MINE", "OUT", "IN");
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product;
    }

    public @Nullable String getSide() {
        return side;
    }

    public void setSide(@Nullable String side) {
        this.side = side;
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }
}
