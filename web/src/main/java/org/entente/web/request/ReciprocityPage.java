package org.entente.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.entente.request.Pair;
import org.entente.request.Requests;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Who asked whom and got what; a period is a link. */
@Named
@RequestScoped
public class ReciprocityPage {
    private static final int WIDTH = 200;

    @Inject
    private Requests requests;

    private @Nullable String from;
    private @Nullable String to;
    private List<Pair> pairs = List.of();

    public void load() {
        pairs = requests.reciprocity(Ask.day("from", from), Ask.dayAfter("to", to));
    }

    public List<Pair> getPairs() {
        return pairs;
    }

    /** A count as a length, against the busiest pair. */
    public int length(int count) {
        int most = pairs.stream().mapToInt(Pair::requests).max().orElse(1);
        return WIDTH * count / Math.max(1, most);
    }

    public List<Map.Entry<String, Integer>> refusals(Pair pair) {
        return List.copyOf(pair.refusals().entrySet());
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
