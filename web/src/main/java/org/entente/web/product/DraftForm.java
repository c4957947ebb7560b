package org.entente.web.product;

import java.util.ArrayList;
import java.util.List;
import org.entente.product.DraftView;
import org.entente.product.Filing;
import org.entente.product.ProductType;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A product as it is being typed; nothing in it is known to be right. */
public class DraftForm {
    private static final String NOT_YET = "-";

    private @Nullable String type;
    private @Nullable String title;
    private @Nullable String titleMarking;
    private @Nullable String mission;
    private @Nullable String marking;
    private @Nullable String compilationReason;
    private @Nullable String likelihood;
    private @Nullable String confidence;
    private @Nullable String method;
    private final List<PortionForm> portions = new ArrayList<>(List.of(new PortionForm()));

    static DraftForm of(DraftView draft) {
        DraftForm form = new DraftForm();
        form.type = draft.type();
        form.title = draft.title();
        form.titleMarking = draft.titleMarking();
        form.mission = draft.mission();
        // a banner without a reason is the portions' own and follows them
        form.marking = draft.compilationReason() == null ? null : draft.marking();
        form.compilationReason = draft.compilationReason();
        form.likelihood = draft.likelihood();
        form.confidence = draft.confidence();
        form.method = draft.method();
        form.portions.clear();
        draft.portions().forEach(p -> form.portions.add(PortionForm.of(p)));
        return form;
    }

    Filing filing() {
        return filing(portions, "", type == null ? "" : type, title == null ? "" : title);
    }

    /** What there is so far, with something in the place of words that no marking depends on. */
    Filing soFar() {
        return filing(
                portions.stream().filter(PortionForm::marked).toList(),
                NOT_YET,
                type == null ? ProductType.SITREP.name() : type,
                NOT_YET);
    }

    private Filing filing(List<PortionForm> filed, String blank, String ofType, String titled) {
        boolean estimates = isEstimative();
        return new Filing(
                ofType,
                titled,
                Ask.text(titleMarking),
                Ask.text(mission),
                filed.stream().map(p -> p.filing(blank)).toList(),
                Ask.text(marking),
                Ask.text(compilationReason),
                estimates ? Ask.text(likelihood) : null,
                estimates ? Ask.text(confidence) : null,
                Ask.text(method));
    }

    /** The place on the form of the n-th portion that has a marking. */
    int placeOfMarked(int n) {
        int marked = -1;
        for (int i = 0; i < portions.size(); i++) {
            marked += portions.get(i).marked() ? 1 : 0;
            if (marked == n) {
                return i;
            }
        }
        return n;
    }

    /** Whether a product of this type states likelihood and confidence. */
    public boolean isEstimative() {
        String chosen = type;
        return chosen != null
                && !chosen.isBlank()
                && ProductType.valueOf(chosen).estimative();
    }

    public List<PortionForm> getPortions() {
        return portions;
    }

    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getTitleMarking() {
        return titleMarking;
    }

    public void setTitleMarking(@Nullable String titleMarking) {
        this.titleMarking = titleMarking;
    }

    public @Nullable String getMission() {
        return mission;
    }

    public void setMission(@Nullable String mission) {
        this.mission = mission;
    }

    public @Nullable String getMarking() {
        return marking;
    }

    public void setMarking(@Nullable String marking) {
        this.marking = marking;
    }

    public @Nullable String getCompilationReason() {
        return compilationReason;
    }

    public void setCompilationReason(@Nullable String compilationReason) {
        this.compilationReason = compilationReason;
    }

    public @Nullable String getLikelihood() {
        return likelihood;
    }

    public void setLikelihood(@Nullable String likelihood) {
        this.likelihood = likelihood;
    }

    public @Nullable String getConfidence() {
        return confidence;
    }

    public void setConfidence(@Nullable String confidence) {
        this.confidence = confidence;
    }

    public @Nullable String getMethod() {
        return method;
    }

    public void setMethod(@Nullable String method) {
        this.method = method;
    }
}
