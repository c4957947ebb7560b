package org.entente.web.product;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.gate.Refused;
import org.entente.marking.Handling;
import org.entente.product.DraftView;
import org.entente.product.Drafts;
import org.entente.product.Header;
import org.entente.product.Mention;
import org.entente.product.PortionView;
import org.entente.product.ProductState;
import org.entente.product.ProductView;
import org.entente.product.Products;
import org.entente.product.Purpose;
import org.entente.product.Reading;
import org.entente.release.ReleaseLine;
import org.entente.release.Releases;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Ticked;
import org.jspecify.annotations.Nullable;

/** One product, by what its reader may have of it, with the buttons that the reader's hat opens. */
@Named
@ViewScoped
public class ProductPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Products products;

    @Inject
    private Drafts drafts;

    @Inject
    private Releases releases;

    @Inject
    private Shell shell;

    private String number = "";
    private @Nullable String reason;
    private @Nullable String damage;
    private @Nullable String purpose;
    private @Nullable String seen;
    private boolean justPublished;
    private transient List<ReleaseLine> underWay = List.of();
    private transient @Nullable Reading reading;
    private transient @Nullable ProductView parent;
    private transient List<Pair> pairs = List.of();
    private transient List<Mention> mentions = List.of();

    /** A portion in its place, or the place of one that is withheld. */
    public record Place(String id, @Nullable PortionView portion) {}

    public void load() {
        if (justPublished && shell.isReleaser()) {
            underWay = releases.list(null, number);
        }
        Purpose stated = Purpose.of(purpose);
        reading = stated == null ? products.read(number) : products.readFor(number, stated);
        DraftView draft = getDraft();
        ProductView full = getFull();
        seen = draft != null ? draft.seen() : full != null ? full.seen() : null;
        String from = draft == null ? null : draft.sanitisedFrom();
        parent = from == null ? null : whole(from);
        pairs = draft == null ? List.of() : Pair.of(draft, parent);
        mentions = draft == null || parent == null ? List.of() : drafts.mentions(number);
    }

    /** What a sanitised version was made of; reading it is in the record, and where it cannot be read nothing is compared. */
    private @Nullable ProductView whole(String from) {
        try {
            return products.readFor(from, Purpose.LABELLING) instanceof Reading.Full full ? full.product() : null;
        } catch (Refused refused) {
            return null;
        }
    }

    public String acknowledge() {
        products.acknowledge(number);
        return again("done.acknowledged");
    }

    public String submit() {
        drafts.submit(number, null);
        return again("done.submitted");
    }

    public String publish() {
        judge(() -> drafts.publish(number, Ask.text(damage), Ticked.boxes("confirmed"), seen, null));
        return again("done.published") + "&published=true";
    }

    public String returnToAuthor() {
        judge(() -> drafts.returnToAuthor(number, reason == null ? "" : reason, seen, null));
        shell.say("done.returned");
        return "queue?faces-redirect=true";
    }

    public String withdraw() {
        judge(() -> drafts.withdraw(number, reason == null ? "" : reason, null, seen, null));
        return again("done.withdrawn");
    }

    /** What is no longer as it was shown is shown anew, under the message that says what has changed. */
    private void judge(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            if (Objected.changed(refused)) {
                load();
            }
            throw refused;
        }
    }

    private String again(String notice) {
        shell.say(notice);
        return "product?faces-redirect=true&number=" + number;
    }

    public @Nullable ProductView getFull() {
        return reading instanceof Reading.Full full ? full.product() : null;
    }

    public Reading.@Nullable AcknowledgementRequired getWaiting() {
        return reading instanceof Reading.AcknowledgementRequired waiting ? waiting : null;
    }

    /** The header where there is nothing but a header. */
    public @Nullable Header getBarred() {
        return reading instanceof Reading.HeaderOnly barred ? barred.header() : null;
    }

    public @Nullable DraftView getDraft() {
        return reading instanceof Reading.Draft draft ? draft.draft() : null;
    }

    /** All portions in their order, withheld ones too. */
    public List<Place> getPlaces() {
        ProductView full = getFull();
        if (full == null) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        full.portions().forEach(p -> places.add(new Place(p.id(), p)));
        full.withheld().forEach(id -> places.add(new Place(id, null)));
        places.sort(Comparator.comparingInt(p -> Integer.parseInt(p.id())));
        return places;
    }

    /** Whether the page shows on paper: NO PRINT holds for a browser's printer, too (CAV-11). */
    public boolean isPrintable() {
        ProductView full = getFull();
        return full == null || !full.obligations().contains(Handling.NO_PRINT.name());
    }

    /** Whether it may be taken away as a file (CAV-11). */
    public boolean isTakeable() {
        ProductView full = getFull();
        return full != null
                && !shell.isResidual()
                && !full.obligations().contains(Handling.NO_PRINT.name())
                && !full.obligations().contains(Handling.NO_EXTRACT.name());
    }

    /** What a sanitised version was made of: its words are on the page, so its banner is too. */
    public @Nullable ProductView getParent() {
        return parent;
    }

    public List<Pair> getPairs() {
        return pairs;
    }

    /** Names and numbers that remain of what was taken out; its officer confirms each. */
    public List<Mention> getMentions() {
        return mentions;
    }

    /** Each once, whatever the fields it stands in. */
    public List<String> getMentioned() {
        return mentions.stream().map(Mention::text).distinct().toList();
    }

    /** Only the originator's drafters make a sanitised version; they go on with its draft. */
    public boolean isSanitisable() {
        ProductView full = getFull();
        return full != null
                && shell.isDrafter()
                && full.header().originator().equals(shell.getMe().organisation());
    }

    /** What publishing it set in motion, for the officer who has just done so. */
    public List<ReleaseLine> getUnderWay() {
        return underWay;
    }

    public boolean isJustPublished() {
        return justPublished;
    }

    public void setJustPublished(boolean justPublished) {
        this.justPublished = justPublished;
    }

    /** Whether this hat may ask who would see it. */
    public boolean isAudible() {
        ProductView full = getFull();
        DraftView draft = getDraft();
        String originator = full != null ? full.header().originator() : draft != null ? draft.originator() : null;
        return shell.may("SEE_AUDIENCE")
                && originator != null
                && originator.equals(shell.getMe().organisation());
    }

    /** Another label is the originator's to give, and not the author's. */
    public boolean isRelabellable() {
        ProductView full = getFull();
        return full != null
                && shell.may("RELABEL_PRODUCT")
                && full.header().originator().equals(shell.getMe().organisation());
    }

    /** What any holder may do about a product, whatever of it they read. */
    public boolean isHeld() {
        return getFull() != null || getBarred() != null || getWaiting() != null;
    }

    public boolean isMine() {
        DraftView draft = getDraft();
        return draft != null && draft.author().equals(shell.getMe().person());
    }

    public boolean isEditable() {
        DraftView draft = getDraft();
        return draft != null && draft.state() == ProductState.DRAFT && isMine();
    }

    public boolean isForReview() {
        DraftView draft = getDraft();
        return draft != null && draft.state() == ProductState.SUBMITTED && !isMine() && shell.isOfficer();
    }

    public boolean isWithdrawable() {
        DraftView draft = getDraft();
        ProductView full = getFull();
        return full != null
                ? shell.isWithdrawer()
                        && full.header().originator().equals(shell.getMe().organisation())
                : draft != null && draft.state() == ProductState.SUBMITTED && shell.isOfficer();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public Purpose[] getPurposes() {
        return Purpose.values();
    }

    /** The seal over what this page showed; it comes back with the form. */
    public @Nullable String getSeen() {
        return seen;
    }

    public void setSeen(@Nullable String seen) {
        this.seen = seen;
    }

    public @Nullable String getDamage() {
        return damage;
    }

    public void setDamage(@Nullable String damage) {
        this.damage = damage;
    }
}
