package org.entente.web.label;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.entente.product.LabelProposal;
import org.entente.product.PortionView;
import org.entente.product.Relabelling;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A new label as it is being typed, portion by portion beside the one that there is. */
public class LabelForm {
    /** What was typed before going away for a second factor. */
    record Typed(
            ArrayList<String> marks,
            @Nullable String titleMarking,
            @Nullable String marking,
            @Nullable String compilationReason,
            @Nullable String reason)
            implements Serializable {}

    private final List<Mark> marks = new ArrayList<>();
    private @Nullable String titleMarking;
    private @Nullable String marking;
    private @Nullable String compilationReason;

    /** One portion's mark. */
    public static class Mark {
        private final PortionView portion;
        private final boolean foreign;
        private @Nullable String text;

        Mark(PortionView portion, boolean foreign) {
            this.portion = portion;
            this.foreign = foreign;
            this.text = portion.marking();
        }

        public PortionView getPortion() {
            return portion;
        }

        /** Whether it is another organisation's to change. */
        public boolean isForeign() {
            return foreign;
        }

        public @Nullable String getText() {
            return text;
        }

        public void setText(@Nullable String text) {
            this.text = text;
        }
    }

    static LabelForm of(LabelProposal now, List<PortionView> portions) {
        LabelForm form = new LabelForm();
        for (int i = 0; i < portions.size(); i++) {
            form.marks.add(new Mark(portions.get(i), now.foreign().get(i)));
        }
        form.titleMarking = now.titleMarking();
        form.compilationReason = now.compilationReason();
        // a banner that is no more than its portions follows them
        form.marking = now.compilationReason() == null ? null : now.marking();
        return form;
    }

    Typed typed(@Nullable String reason) {
        ArrayList<String> texts = new ArrayList<>();
        marks.forEach(m -> texts.add(m.text == null ? "" : m.text));
        return new Typed(texts, titleMarking, marking, compilationReason, reason);
    }

    /** Puts it back; what has another number of portions by now is not the same any more. */
    void again(Typed typed) {
        if (typed.marks.size() == marks.size()) {
            for (int i = 0; i < marks.size(); i++) {
                marks.get(i).text = typed.marks.get(i);
            }
        }
        titleMarking = typed.titleMarking;
        marking = typed.marking;
        compilationReason = typed.compilationReason;
    }

    Relabelling.Label label() {
        return new Relabelling.Label(
                marks.stream().map(m -> m.text == null ? "" : m.text).toList(),
                Ask.text(titleMarking),
                Ask.text(marking),
                Ask.text(compilationReason));
    }

    public List<Mark> getMarks() {
        return marks;
    }

    public @Nullable String getTitleMarking() {
        return titleMarking;
    }

    public void setTitleMarking(@Nullable String titleMarking) {
        this.titleMarking = titleMarking;
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
}
