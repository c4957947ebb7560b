package org.entente.web.auditor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entente.auditor.AuditEvents;
import org.entente.auditor.EventFile;
import org.entente.auditor.Replay;
import org.entente.auditor.Replays;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** One event, why it was decided so, and where it stands in the log. */
@Named
@RequestScoped
public class EventFilePage {
    @Inject
    private AuditEvents events;

    @Inject
    private Replays replays;

    @Inject
    private Words words;

    private String id = "";
    private @Nullable EventFile file;
    private @Nullable Replay replay;

    public void load() {
        EventFile found = events.see(id);
        file = found;
        replay = found.event().decision() == null ? null : replayed();
    }

    private @Nullable Replay replayed() {
        try {
            return replays.replay(id);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.WrongState) {
                return null; // nothing was written down that it could be taken again from
            }
            throw refused;
        }
    }

    public @Nullable EventFile getFile() {
        return file;
    }

    public @Nullable Replay getReplay() {
        return replay;
    }

    public String reasons(List<String> codes) {
        return words.reasons(codes);
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }
}
