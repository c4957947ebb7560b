package org.entente.web.label;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.label.ReferralView;
import org.entente.label.Referrals;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** Reports to the human rights office: a new one, those that one sent, and those that came to the office. */
@Named
@ViewScoped
public class ReferralPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Referrals referrals;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private String number = "";
    private @Nullable String product;
    private @Nullable String matter;
    private @Nullable String text;
    private transient List<ReferralView> all = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        all = referrals.list();
        if (!number.isEmpty() && getShown().isEmpty()) {
            throw Refused.notFound();
        }
    }

    public @Nullable String refer() {
        try {
            ReferralView sent = referrals.refer(
                    product == null ? "" : product, matter == null ? "" : matter, text == null ? "" : text);
            shell.say("done.referred");
            return "referrals?faces-redirect=true&number=" + sent.number();
        } catch (Refused refused) {
            objected = Objected.of(refused);
            return null;
        }
    }

    public String takeUp(String which) {
        referrals.takeUp(which);
        shell.say("done.takenUp");
        return "referrals?faces-redirect=true";
    }

    /** All, or the one that was asked for. */
    public List<ReferralView> getShown() {
        return all.stream()
                .filter(r -> number.isEmpty() || r.number().equals(number))
                .toList();
    }

    public List<Referrals.Matter> getMatters() {
        return List.of(Referrals.Matter.values());
    }

    public String wrong(String field) {
        return objected.in(field, words);
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public @Nullable String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product;
    }

    public @Nullable String getMatter() {
        return matter;
    }

    public void setMatter(@Nullable String matter) {
        this.matter = matter;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
