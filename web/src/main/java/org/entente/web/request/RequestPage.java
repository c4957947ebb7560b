package org.entente.web.request;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.request.Forwardings;
import org.entente.request.RefusalReason;
import org.entente.request.Replies;
import org.entente.request.RequestState;
import org.entente.request.RequestView;
import org.entente.request.Requests;
import org.entente.request.Step;
import org.entente.request.Use;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** One request as its reader meets it, with a form for every step that the reader's hat may take now. */
@Named
@ViewScoped
public class RequestPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Requests requests;

    @Inject
    private Replies replies;

    @Inject
    private Forwardings forwardings;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private String number = "";
    private @Nullable String products;
    private @Nullable String text;
    private @Nullable String code;
    private @Nullable String reason;
    private @Nullable String experts;
    private @Nullable String organisation;
    private @Nullable String used;
    private transient ForwardForm forward = new ForwardForm();
    private transient Objected objected = Objected.NOTHING;
    private transient @Nullable RequestView request;

    public void load() {
        RequestView read = requests.read(number);
        request = read;
        forward = ForwardForm.of(read);
        experts = String.join("\n", read.replies().getFirst().experts());
    }

    public @Nullable String answer() {
        return done("done.answered", () -> replies.answer(number, FormText.words(products), Ask.text(text), null));
    }

    public @Nullable String refuse() {
        return done(
                "done.refused",
                () -> replies.refuse(number, Codes.ifKnown(RefusalReason.class, code), FormText.or(text), null));
    }

    public @Nullable String route() {
        return done("done.routed", () -> replies.route(number, FormText.words(experts), null));
    }

    public @Nullable String withdraw() {
        return done("done.requestWithdrawn", () -> requests.withdraw(number, FormText.or(reason), null));
    }

    public @Nullable String forwardOn() {
        return done("done.forwarded", () -> forwardings.forward(number, forward.forwarding(), null));
    }

    public @Nullable String giveBack() {
        return done("done.givenBack", () -> forwardings.giveBack(number, FormText.or(reason), null));
    }

    public @Nullable String passOn(String whose) {
        return done("done.settled", () -> forwardings.passOn(number, whose, null));
    }

    public @Nullable String holdBack(String whose) {
        return done("done.settled", () -> forwardings.holdBack(number, whose, FormText.or(reason), null));
    }

    public @Nullable String feedBack() {
        return done(
                "done.fedBack",
                () -> requests.feedBack(
                        number, FormText.or(organisation), Codes.ifKnown(Use.class, used), Ask.text(text), null));
    }

    private @Nullable String done(String notice, Runnable step) {
        try {
            step.run();
            shell.say(notice);
            return "request?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            objected = Objected.of(refused);
            if (request == null) {
                request = requests.read(number);
            }
            return null;
        }
    }

    public boolean may(String step) {
        return request != null && request.can().contains(Step.valueOf(step));
    }

    public boolean settleable(RequestView.ReplyView reply) {
        return may("PASS_ON") && reply.state() == RequestState.ANSWER_WITH_BROKER;
    }

    /** Organisations whose answer waits for a report of its use. */
    public List<String> getUnreported() {
        List<String> all = new ArrayList<>();
        for (RequestView.ReplyView reply : Objects.requireNonNull(request).replies()) {
            if (reply.state() == RequestState.ANSWERED && reply.used() == null) {
                all.add(reply.organisation());
            }
        }
        return all;
    }

    public List<RefusalReason> getReasons() {
        return List.of(RefusalReason.values());
    }

    public List<Use> getUses() {
        return List.of(Use.values());
    }

    public String wrong(String field) {
        return objected.in(field, words);
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public @Nullable RequestView getRequest() {
        return request;
    }

    public ForwardForm getForward() {
        return forward;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public @Nullable String getProducts() {
        return products;
    }

    public void setProducts(@Nullable String products) {
        this.products = products;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getExperts() {
        return experts;
    }

    public void setExperts(@Nullable String experts) {
        this.experts = experts;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public @Nullable String getUsed() {
        return used;
    }

    public void setUsed(@Nullable String used) {
        this.used = used;
    }
}
