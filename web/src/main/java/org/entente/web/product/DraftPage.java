package org.entente.web.product;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.product.DraftView;
import org.entente.product.Drafts;
import org.entente.product.Preview;
import org.entente.product.Products;
import org.entente.product.Reading;
import org.entente.product.Receipt;
import org.entente.web.shell.Failures;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** Filing a product and editing a draft. What was typed stays until it is saved, whatever is objected to. */
@Named
@ViewScoped
public class DraftPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Pattern PORTION = Pattern.compile("portions\\[([0-9]+)](.*)");

    @Inject
    private Products products;

    @Inject
    private Drafts drafts;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private final String key = UUID.randomUUID().toString();
    private String number = "";
    private int version;
    private int focus = -1;
    private transient DraftForm form = new DraftForm();
    private @Nullable String banner;
    private transient List<Objection> warnings = List.of();
    private transient List<Objection> objections = List.of();

    public void load() {
        if (!number.isBlank()) {
            if (!(products.read(number) instanceof Reading.Draft reading)) {
                throw Refused.notFound();
            }
            DraftView draft = reading.draft();
            form = DraftForm.of(draft);
            version = draft.version();
            banner = draft.marking();
            warnings = draft.warnings();
        }
    }

    public @Nullable String save() {
        try {
            Receipt receipt = number.isBlank()
                    ? drafts.file(form.filing(), key)
                    : drafts.edit(number, form.filing(), version, null);
            shell.say("done.filed");
            return "product?faces-redirect=true&number=" + receipt.number();
        } catch (Refused refused) {
            objections = objectionsOf(refused);
            return null;
        }
    }

    /** The banner of what there is so far, or what stands in its way. */
    public void preview() {
        objections = List.of();
        banner = null;
        warnings = List.of();
        try {
            if (form.getPortions().stream().anyMatch(PortionForm::marked)) {
                Preview preview = drafts.banner(form.soFar());
                banner = preview.banner();
                warnings = preview.warnings();
            }
        } catch (Refused refused) {
            objections = objectionsOf(refused).stream().map(this::whereTyped).toList();
        }
    }

    public void add() {
        form.getPortions().add(new PortionForm());
        focus = form.getPortions().size() - 1;
        preview();
    }

    public void remove(int at) {
        form.getPortions().remove(at);
        focus = Math.max(0, at - 1);
        preview();
    }

    /** Moves a portion down by one; the one below it moves up. */
    public void down(int at) {
        Collections.swap(form.getPortions(), at, at + 1);
        focus = at + 1;
        preview();
    }

    public void up(int at) {
        down(at - 1);
        focus = at - 1;
    }

    /** What is objected to in a field, empty if nothing. */
    public String wrong(String field) {
        return objections.stream()
                .filter(o -> o.field().equals(field))
                .map(words::objection)
                .collect(Collectors.joining(" "));
    }

    public List<Objection> getObjections() {
        return objections;
    }

    /** The id of the input that an objection names. */
    public String input(Objection objection) {
        Matcher portion = PORTION.matcher(objection.field());
        if (!portion.matches()) {
            return "draft:" + (objection.field().equals("marking") ? "proposed" : objection.field());
        }
        String within =
                portion.group(2).isEmpty() ? "reliability" : portion.group(2).substring(1);
        return "draft:portions:" + portion.group(1) + ":" + within;
    }

    private Objection whereTyped(Objection objection) {
        Matcher portion = PORTION.matcher(objection.field());
        return portion.matches()
                ? new Objection(
                        "portions[" + form.placeOfMarked(Integer.parseInt(portion.group(1))) + "]" + portion.group(2),
                        objection.rule(),
                        objection.message())
                : objection;
    }

    private static List<Objection> objectionsOf(Refused refused) {
        List<Objection> all = Failures.problem(refused).objections();
        if (all.isEmpty()) {
            throw refused;
        }
        return all;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public DraftForm getForm() {
        return form;
    }

    public @Nullable String getBanner() {
        return banner;
    }

    /** Partners whom the label names and no arrangement covers; it can be saved all the same. */
    public List<Objection> getWarnings() {
        return warnings;
    }

    public int getFocus() {
        return focus;
    }
}
