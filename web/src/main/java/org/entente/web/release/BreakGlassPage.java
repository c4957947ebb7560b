package org.entente.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.product.PortionView;
import org.entente.product.Products;
import org.entente.product.Purpose;
import org.entente.product.Reading;
import org.entente.release.BreakGlass;
import org.entente.release.Glass;
import org.entente.release.ReleaseView;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** Breaking the glass: the portions, the persons, the words that the originator will read, before anything happens. */
@Named
@ViewScoped
public class BreakGlassPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private BreakGlass breakGlass;

    @Inject
    private Products products;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private String number = "";
    private transient EmergencyForm form = new EmergencyForm();
    private transient @Nullable Glass glass;
    private transient List<PortionView> portions = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        Glass looked = breakGlass.look(number);
        glass = looked;
        EmergencyForm kept = shell.kept(here(), EmergencyForm.class);
        if (kept == null) {
            form.setHours(Integer.toString(looked.hours()));
        } else {
            form = kept;
        }
        if (products.readFor(number, Purpose.PROTECTION_OF_PERSONS) instanceof Reading.Full full) {
            portions = full.product().portions().stream()
                    .filter(p -> looked.portions().contains(p.id()))
                    .toList();
        }
    }

    public @Nullable String letGo() {
        try {
            ReleaseView release = breakGlass.letGo(number, form.emergency());
            shell.say("done.glassBroken");
            return "release?faces-redirect=true&number=" + release.number();
        } catch (Refused refused) {
            if (Objected.unproved(refused)) {
                shell.proveYourself(here(), form);
                return null;
            }
            objected = Objected.of(refused);
            return null;
        }
    }

    private String here() {
        return "/break-glass.xhtml?number=" + number;
    }

    /** Whether anything of it can go at all. */
    public boolean isPossible() {
        Glass looked = glass;
        return looked != null && looked.objections().isEmpty() && !portions.isEmpty();
    }

    public String wrong(String field) {
        return objected.in(field, words);
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public @Nullable Glass getGlass() {
        return glass;
    }

    public List<PortionView> getPortions() {
        return portions;
    }

    public EmergencyForm getForm() {
        return form;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }
}
