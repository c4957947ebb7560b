package org.entente.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * A product's life. Drafted and submitted by its author, confirmed and published by another person, an officer of the same
 * organisation; returned with a reason, or withdrawn with one. Its words are in its versions.
 */
@Entity
@Table(name = "product")
class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String number = "";

    @Enumerated(EnumType.STRING)
    private ProductType type = ProductType.SITREP;

    private String originator = "";
    private @Nullable String mission;

    @Enumerated(EnumType.STRING)
    private ProductState state = ProductState.DRAFT;

    private String author = "";

    /** Which of its originator's units made it; null if it is the organisation's as a whole (PKI-14). */
    private @Nullable String unit;

    @Column(name = "author_hat")
    private String authorHat = "";

    @Column(name = "version_no")
    private int versionNo;

    @Column(name = "class_id")
    private @Nullable Integer classId;

    @Column(name = "filed_at")
    private Instant filedAt = Instant.EPOCH;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    private @Nullable Instant published;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Damage damage;

    @Column(name = "returned_why")
    private @Nullable String returnedWhy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_why")
    private @Nullable String withdrawnWhy;

    @Column(name = "import_id")
    private @Nullable String importId;

    /** An extract for a threat to life (CAV-12). */
    private boolean emergency;

    @Column(name = "sanitised_from")
    private @Nullable String sanitisedFrom;

    @Column(name = "sanitised_portions")
    private @Nullable String sanitisedPortions;

    /** Under which banner it is read although its own is weaker; null where its own holds. */
    @Column(name = "held_as")
    private @Nullable String heldAs;

    @jakarta.persistence.Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected Product() {}

    Product(String number, ProductType type, @Nullable String mission, Hat author, Instant at) {
        this(number, type, author.organisation(), mission, author, at);
    }

    /** For an extract of somebody else's product: its originator stays who it was. */
    Product(String number, ProductType type, String originator, @Nullable String mission, Hat author, Instant at) {
        this.number = number;
        this.type = type;
        this.originator = originator;
        this.mission = mission;
        this.author = author.person();
        this.authorHat = author.id();
        this.filedAt = at;
    }

    void madeBy(@Nullable String producer) {
        unit = producer;
    }

    @Nullable
    String unit() {
        return unit;
    }

    void revised(ProductType newType, @Nullable String newMission) {
        requireState(ProductState.DRAFT, "Only a draft can be edited.");
        this.type = newType;
        this.mission = newMission;
    }

    /** Counts the version that is about to be written. */
    int nextVersion() {
        return ++versionNo;
    }

    void submit(Instant at) {
        requireState(ProductState.DRAFT, "Only a draft can be submitted.");
        state = ProductState.SUBMITTED;
        submittedAt = at;
        returnedWhy = null;
    }

    /** Its author is gone; it goes on as this officer's. */
    void takenOver(Hat officer, boolean left) {
        if (!left) {
            throw Refused.wrongState("It is yours already.", "HND-08");
        }
        if (state == ProductState.SUBMITTED) {
            returnToAuthor(null);
        }
        requireState(ProductState.DRAFT, "Only a draft is taken over.");
        author = officer.person();
        authorHat = officer.id();
    }

    void returnToAuthor(@Nullable String why) {
        requireState(ProductState.SUBMITTED, "Only a submitted product can be returned to its author.");
        state = ProductState.DRAFT;
        submittedAt = null;
        returnedWhy = why;
    }

    void publishedBy(Hat officer, int accessClass, @Nullable Damage why, Instant at) {
        requireState(ProductState.SUBMITTED, "Only a submitted product can be published.");
        if (officer.person().equals(author)) {
            throw Refused.forbidden(
                    "separation-of-duties", "Nobody confirms a marking that they proposed themselves.", "PKI-09");
        }
        state = ProductState.PUBLISHED;
        confirmedBy = officer.person();
        classId = accessClass;
        damage = why;
        published = at;
    }

    /** An extract of somebody's product, published without its officer because a life hangs on it (CAV-12). */
    void publishedInEmergency(Hat by, int accessClass, Instant at) {
        requireState(ProductState.DRAFT, "Only what is new is published in an emergency.");
        state = ProductState.PUBLISHED;
        confirmedBy = by.person();
        classId = accessClass;
        damage = Damage.INDIVIDUAL_SECURITY;
        published = at;
    }

    void inEmergency() {
        emergency = true;
    }

    boolean emergency() {
        return emergency;
    }

    /** Its newest version has another label. */
    void relabelled(int accessClass) {
        requireState(ProductState.PUBLISHED, "Only a published product gets another label.");
        classId = accessClass;
    }

    void withdraw(String why, Instant at) {
        if (state == ProductState.WITHDRAWN) {
            throw Refused.wrongState("It is withdrawn already.", "PKI-08");
        }
        state = ProductState.WITHDRAWN;
        withdrawnAt = at;
        withdrawnWhy = why;
    }

    void importedAs(String importId) {
        this.importId = importId;
    }

    /** It was made of permitted portions of another (CLS-41). */
    void sanitisedFrom(String parent, java.util.List<String> portions) {
        this.sanitisedFrom = parent;
        this.sanitisedPortions = String.join(",", portions);
    }

    /** Ids of the parent's portions that it was made of. */
    java.util.List<String> sanitisedPortions() {
        String ids = sanitisedPortions;
        return ids == null || ids.isEmpty() ? java.util.List.of() : java.util.List.of(ids.split(",", -1));
    }

    /** It is weaker than what it was made of, and nobody with the authority has said that it may be (CLS-40). */
    void heldAs(String banner) {
        heldAs = banner;
    }

    /** The release authority has said so. */
    void lifted(int accessClass) {
        heldAs = null;
        classId = accessClass;
    }

    @Nullable
    String heldAs() {
        return heldAs;
    }

    @Nullable
    String sanitisedFrom() {
        return sanitisedFrom;
    }

    private void requireState(ProductState needed, String message) {
        if (state != needed) {
            throw Refused.wrongState(message, "PKI-08");
        }
    }

    boolean isBy(Hat hat) {
        return author.equals(hat.person()) && originator.equals(hat.organisation());
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    ProductType type() {
        return type;
    }

    String originator() {
        return originator;
    }

    @Nullable
    String mission() {
        return mission;
    }

    ProductState state() {
        return state;
    }

    String author() {
        return author;
    }

    int versionNo() {
        return versionNo;
    }

    @Nullable
    Integer classId() {
        return classId;
    }

    Instant filedAt() {
        return filedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Instant published() {
        return published;
    }

    @Nullable
    Damage damage() {
        return damage;
    }

    @Nullable
    String confirmedBy() {
        return confirmedBy;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Nullable
    String importId() {
        return importId;
    }

    String authorHat() {
        return authorHat;
    }

    @Nullable
    String returnedWhy() {
        return returnedWhy;
    }

    @Nullable
    String withdrawnWhy() {
        return withdrawnWhy;
    }
}
