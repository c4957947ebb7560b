package org.entente.web.people;

import jakarta.ws.rs.QueryParam;
import org.entente.identity.HatStatus;
import org.entente.identity.Role;
import org.entente.people.People;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** What a list of people is asked for in its address. */
public class PeopleParams {
    @QueryParam("q")
    public @Nullable String q;

    @QueryParam("role")
    public @Nullable String role;

    @QueryParam("mission")
    public @Nullable String mission;

    @QueryParam("status")
    public @Nullable String status;

    @QueryParam("suspended")
    public @Nullable String suspended;

    @QueryParam("after")
    public @Nullable String after;

    @QueryParam("limit")
    public @Nullable String limit;

    People.Search search() {
        return new People.Search(
                Ask.text(q),
                Chosen.optional(Role.class, role, "role"),
                Ask.text(mission),
                Chosen.optional(HatStatus.class, status, "status"),
                Ask.text(suspended) == null ? null : Boolean.valueOf(suspended));
    }
}
