package org.entente.web.request;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;
import org.entente.request.Requests;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** A new request. What was typed stays until it is asked, whatever is objected to. */
@Named
@ViewScoped
public class AskPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Requests requests;

    @Inject
    private Schemes schemes;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private final String key = UUID.randomUUID().toString();
    private transient AskForm form = new AskForm();
    private transient Objected objected = Objected.NOTHING;
    private transient List<String> partners = List.of();

    public void load() {
        partners = schemes.list().stream()
                .map(SchemeView::organisation)
                .filter(o -> !o.equals(shell.getMe().organisation()))
                .toList();
    }

    public @Nullable String ask() {
        try {
            String number = requests.ask(form.asking(), key).number();
            shell.say("done.asked");
            return "request?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            objected = Objected.of(refused);
            return null;
        }
    }

    public String wrong(String field) {
        return objected.in(field, words);
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    /** The id of the input that an objection names. */
    public String input(Objection objection) {
        return "ask:" + objection.field().replaceAll("[.\\[].*", "");
    }

    public AskForm getForm() {
        return form;
    }

    public List<String> getPartners() {
        return partners;
    }
}
