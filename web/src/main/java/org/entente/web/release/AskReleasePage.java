package org.entente.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;
import org.entente.product.Drafts;
import org.entente.product.Proposal;
import org.entente.release.ReleaseLine;
import org.entente.release.ReleaseView;
import org.entente.release.Releases;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** A request for release: of a product as it is, or of a sanitised version, portion by portion. */
@Named
@ViewScoped
public class AskReleasePage implements Serializable {
    private static final long serialVersionUID = 1;

    /** One page asks once, however often its button is pressed. */
    private final String key = java.util.UUID.randomUUID().toString();

    @Inject
    private Releases releases;

    @Inject
    private Drafts drafts;

    @Inject
    private Schemes schemes;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private String number = "";
    private transient AskReleaseForm form = new AskReleaseForm();
    private transient Objected objected = Objected.NOTHING;
    private transient List<String> partners = List.of();
    private transient List<ReleaseLine> underWay = List.of();
    private transient @Nullable Proposal proposal;

    public void load() {
        partners = schemes.list().stream()
                .map(SchemeView::organisation)
                .filter(o -> !o.equals(shell.getMe().organisation()))
                .toList();
    }

    /** With the portions that could go out chosen to begin with. */
    public void loadSanitising() {
        load();
        Proposal all = drafts.sanitised(number, List.of(), List.of());
        form.setPortions(all.parts().stream()
                .filter(p -> !p.barred())
                .map(Proposal.Part::id)
                .toList());
        preview();
    }

    /** What goes out with what is chosen so far. */
    public void preview() {
        proposal = drafts.sanitised(number, form.kept(), form.to());
    }

    public @Nullable String ask() {
        try {
            ReleaseView release = releases.request(number, form.asking(false), key);
            shell.say("done.releaseAsked");
            return "release?faces-redirect=true&number=" + release.number();
        } catch (Refused refused) {
            if (refused.refusal().slug().equals("under-way")) {
                underWay = releases.list(null, number);
            }
            objected = Objected.of(refused);
            return null;
        }
    }

    /** Makes the version; its author goes on with the draft. */
    public @Nullable String sanitise() {
        try {
            ReleaseView release = releases.request(number, form.asking(true), key);
            shell.say("done.sanitised");
            return "product?faces-redirect=true&number=" + release.product();
        } catch (Refused refused) {
            objected = Objected.of(refused);
            preview();
            return null;
        }
    }

    public String wrong(String field) {
        return objected.in(field, words);
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public AskReleaseForm getForm() {
        return form;
    }

    /** Why it need not be asked for: what is on its way, and where it is. */
    public List<ReleaseLine> getUnderWay() {
        return underWay;
    }

    public List<String> getPartners() {
        return partners;
    }

    public @Nullable Proposal getProposal() {
        return proposal;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }
}
