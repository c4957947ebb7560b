package org.entente.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entente.request.Party;
import org.entente.request.RequestFilter;
import org.entente.request.RequestLine;
import org.entente.request.RequestState;
import org.entente.request.Requests;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Requests by what they are to the reader: mine, for us, for me as an expert, on the broker's desk. A view is a link. */
@Named
@RequestScoped
public class RequestListPage {
    private static final String EXPERT = "EXPERT";

    @Inject
    private Requests requests;

    @Inject
    private Shell shell;

    private @Nullable String role;
    private @Nullable String state;
    private List<RequestLine> lines = List.of();

    public void load() {
        boolean expert = EXPERT.equals(role);
        lines = requests.list(new RequestFilter(
                expert ? Party.ADDRESSEE : Codes.restriction(Party.class, "role", role),
                Codes.restriction(RequestState.class, "state", state),
                expert));
    }

    public List<RequestLine> getLines() {
        return lines;
    }

    /** As what this hat meets requests. */
    public List<String> getRoles() {
        return shell.isBroker()
                ? List.of(Party.BROKER.name())
                : List.of(Party.REQUESTER.name(), Party.ADDRESSEE.name(), EXPERT);
    }

    public List<RequestState> getStates() {
        return List.of(RequestState.values());
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }
}
