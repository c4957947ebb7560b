package org.entente.web.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.access.Outcome;
import org.entente.product.AudienceLine;
import org.entente.product.Products;
import org.entente.release.Prospect;
import org.entente.release.Prospects;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Who would see a product at an instant, organisation by organisation, and what a release to the others would meet with. */
@Named
@RequestScoped
public class AudiencePage {
    @Inject
    private Products products;

    @Inject
    private Prospects prospects;

    private String number = "";
    private @Nullable String at;
    private List<Group> groups = List.of();

    /** Hats of one organisation that get the same answer for the same reasons. */
    public record Answer(Outcome outcome, List<String> reasons, List<String> hats) {}

    /** An organisation's hats; the prospect is null for the originator's own. */
    public record Group(
            String organisation,
            boolean sees,
            List<Answer> answers,
            @Nullable Prospect prospect) {}

    public void load() {
        Map<String, List<AudienceLine>> byOrganisation = products.audience(number, Ask.minute("at", at)).stream()
                .collect(Collectors.groupingBy(AudienceLine::organisation, TreeMap::new, Collectors.toList()));
        Map<String, Prospect> partners =
                prospects.of(number).stream().collect(Collectors.toMap(Prospect::organisation, p -> p));
        groups = byOrganisation.entrySet().stream()
                .map(e -> group(e.getKey(), e.getValue(), partners.get(e.getKey())))
                .toList();
    }

    private static Group group(String organisation, List<AudienceLine> lines, @Nullable Prospect prospect) {
        // a hat that is not live at that instant says nothing about its organisation
        List<Answer> answers = lines.stream()
                .filter(l -> l.outcome() != Outcome.NO_HAT && !l.reasons().contains("HAT_NOT_LIVE"))
                .collect(Collectors.groupingBy(l -> Map.entry(l.outcome(), l.reasons())))
                .entrySet()
                .stream()
                .map(e -> new Answer(
                        e.getKey().getKey(),
                        e.getKey().getValue(),
                        e.getValue().stream().map(AudienceLine::hat).toList()))
                .sorted((a, b) -> b.outcome().compareTo(a.outcome()))
                .toList();
        boolean sees = answers.stream().anyMatch(a -> a.outcome().compareTo(Outcome.HEADER) > 0);
        return new Group(organisation, sees, answers, prospect);
    }

    public List<Group> getGroups() {
        return groups;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public @Nullable String getAt() {
        return at;
    }

    public void setAt(@Nullable String at) {
        this.at = at;
    }
}
