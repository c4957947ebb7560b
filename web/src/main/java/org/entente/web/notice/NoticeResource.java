package org.entente.web.notice;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.notice.NoticeView;
import org.entente.notice.Notices;
import org.entente.notice.Preference;
import org.entente.web.shell.Ask;

/** A hat's notices, and how its person is written to. */
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoticeResource {
    @Inject
    private Notices notices;

    @GET
    public List<NoticeView> notices() {
        return notices.list();
    }

    @POST
    @Path("{number}/seen")
    public void seen(@PathParam("number") String number) {
        notices.seen(number);
    }

    @POST
    @Path("seen")
    public void allSeen() {
        notices.allSeen();
    }

    @GET
    @Path("preference")
    public Preference preference() {
        return notices.preference();
    }

    @PUT
    @Path("preference")
    public Preference prefer(PreferenceBody body) {
        PreferenceBody wished = Ask.needed("body", body);
        return notices.prefer(wished.mail(), wished.detailed());
    }
}
