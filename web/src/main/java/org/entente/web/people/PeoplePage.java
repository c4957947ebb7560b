package org.entente.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.identity.HatStatus;
import org.entente.identity.Role;
import org.entente.people.ActState;
import org.entente.people.ActView;
import org.entente.people.Acts;
import org.entente.people.People;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** The people of one's organisation; a search is a link. Above them what waits for somebody's confirmation. */
@Named
@RequestScoped
public class PeoplePage {
    private static final int ROWS = 50;
    private static final int ACTS = 20;

    @Inject
    private People people;

    @Inject
    private Acts acts;

    private final Map<String, String> asked = new HashMap<>();
    private People.@Nullable PersonnelPage page;
    private Acts.@Nullable ActPage waiting;

    public void load() {
        page = people.list(
                new People.Search(
                        Ask.text(asked.get("q")),
                        Chosen.optional(Role.class, asked.get("role"), "role"),
                        Ask.text(asked.get("mission")),
                        Chosen.optional(HatStatus.class, asked.get("status"), "status"),
                        null),
                Ask.text(asked.get("after")),
                ROWS);
        waiting = acts.list(ActState.PROPOSED, Ask.text(asked.get("acts")), ACTS);
    }

    /** What the address asks for, by name. */
    public Map<String, String> getAsked() {
        return asked;
    }

    public People.@Nullable PersonnelPage getPage() {
        return page;
    }

    public Acts.@Nullable ActPage getWaiting() {
        return waiting;
    }

    /** Those that the acting hat may confirm come first. */
    public List<ActView> getActs() {
        Acts.ActPage known = waiting;
        return known == null
                ? List.of()
                : known.items().stream()
                        .sorted(java.util.Comparator.comparing(ActView::mine).reversed())
                        .toList();
    }

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    public List<HatStatus> getStatuses() {
        return List.of(HatStatus.values());
    }
}
