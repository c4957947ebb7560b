package org.entente.product;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.content.ContentRoot;
import org.entente.marking.Marking;
import org.entente.world.ActRow;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/** What a product said at one time: banner, portions' marks and grades, and what all its words are bound to. Never changed. */
@Entity
@Table(name = "product_version")
class Version {
    /** Its key is the product's number, a blank and its own; its digest the root over the content. */
    static final ActRow ROW = new ActRow(
            "content",
            "product_version",
            "CONCAT((SELECT p.number FROM product p WHERE p.id = t.product_id), ' ', t.version_no)",
            "t.content_hash",
            "TRUE");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "product_id")
    private long productId;

    @Column(name = "version_no")
    private int number;

    private String marking = "";

    @Column(name = "title_marking")
    private @Nullable String titleMarking;

    @Column(name = "compilation_reason")
    private @Nullable String compilationReason;

    @Enumerated(EnumType.STRING)
    private @Nullable Likelihood likelihood;

    @Enumerated(EnumType.STRING)
    private @Nullable Confidence confidence;

    @Enumerated(EnumType.STRING)
    private @Nullable AcquisitionMethod method;

    @Column(name = "content_hash")
    private byte[] contentHash = new byte[32];

    @Column(name = "commitments")
    private byte[] commitments = new byte[0];

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    private String createdBy = "";

    @ElementCollection
    @CollectionTable(name = "product_portion", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    private List<Portion> portions = new ArrayList<>();

    protected Version() {}

    Version(Product product, Labelled labelled, Binding binding, String by, Instant at) {
        this.productId = product.id();
        this.number = product.versionNo();
        this.marking = labelled.banner().canonical();
        this.titleMarking = labelled.titleMark();
        this.compilationReason = labelled.compilationReason();
        this.likelihood = labelled.likelihood();
        this.confidence = labelled.confidence();
        this.method = labelled.method();
        this.contentHash = binding.root();
        this.commitments = binding.commitments();
        this.createdAt = at;
        this.createdBy = by;
        this.portions = new ArrayList<>(labelled.portions());
    }

    long id() {
        return id;
    }

    long productId() {
        return productId;
    }

    int number() {
        return number;
    }

    String marking() {
        return marking;
    }

    /** Whether it came in unmarked and no officer has found its marking yet (CLS-02). */
    boolean unmarked() {
        return marking.equals(Marking.UNKNOWN);
    }

    @Nullable
    String titleMarking() {
        return titleMarking;
    }

    @Nullable
    String compilationReason() {
        return compilationReason;
    }

    @Nullable
    Likelihood likelihood() {
        return likelihood;
    }

    @Nullable
    Confidence confidence() {
        return confidence;
    }

    @Nullable
    AcquisitionMethod method() {
        return method;
    }

    /** The root over its commitments. */
    String contentHash() {
        return HexFormat.of().formatHex(contentHash);
    }

    /** Of title, portions and frame, in hexadecimal. */
    List<String> commitments() {
        return committed().stream().map(HexFormat.of()::formatHex).toList();
    }

    /** What everything that it says is bound to, and what stands around it. */
    List<Bound> bound(Product product) {
        return bound(product.number(), product.type(), product.state() == ProductState.WITHDRAWN);
    }

    List<Bound> bound(String product, ProductType type, boolean perishable) {
        return bound(
                product,
                type,
                perishable,
                IntStream.rangeClosed(1, portions.size()).boxed().toList());
    }

    /** The same for its title, its frame and these portions. */
    List<Bound> bound(Product product, Collection<Integer> ordinals) {
        return bound(product.number(), product.type(), product.state() == ProductState.WITHDRAWN, ordinals);
    }

    List<Bound> bound(String product, ProductType type, boolean perishable, Collection<Integer> ordinals) {
        ContentRoot content = new ContentRoot(product, number);
        List<byte[]> committed = committed();
        boolean whole = committed.size() == portions.size() + 2 && Arrays.equals(content.root(committed), contentHash);
        List<Bound> bound = new ArrayList<>();
        bound.add(new Bound(
                id,
                product,
                number,
                Content.TITLE,
                at(committed, 0, whole),
                perishable,
                (words, salt) -> content.commitment(
                        ContentRoot.Part.title(titleMarking == null ? "" : titleMarking, words), salt)));
        for (int ordinal : ordinals) {
            Portion portion = portions.get(ordinal - 1);
            bound.add(new Bound(
                    id,
                    product,
                    number,
                    ordinal,
                    at(committed, ordinal, whole),
                    perishable,
                    (words, salt) -> content.commitment(portion.part(ordinal, words), salt)));
        }
        List<List<String>> sources = portions.stream().map(Portion::sources).toList();
        bound.add(new Bound(
                id,
                product,
                number,
                Content.FRAME,
                at(committed, portions.size() + 1, whole),
                perishable,
                (words, salt) -> content.frame(type.name(), marking, sources, salt)));
        return bound;
    }

    private static byte[] at(List<byte[]> committed, int place, boolean whole) {
        return whole ? committed.get(place) : new byte[0];
    }

    private List<byte[]> committed() {
        return committed(commitments);
    }

    /** Commitments as they are stored, one behind the other. */
    static List<byte[]> committed(byte[] stored) {
        List<byte[]> committed = new ArrayList<>();
        for (int i = 0; i + ContentRoot.SIZE <= stored.length; i += ContentRoot.SIZE) {
            committed.add(Arrays.copyOfRange(stored, i, i + ContentRoot.SIZE));
        }
        return committed;
    }

    /** What its title alone is bound to. */
    Bound title(String product) {
        return title(id, product, number, titleMarking, commitments, contentHash);
    }

    /** The same of a version of which only this much was fetched. */
    static Bound title(
            long id,
            String product,
            int number,
            @Nullable String titleMarking,
            byte[] commitments,
            byte[] contentHash) {
        ContentRoot content = new ContentRoot(product, number);
        List<byte[]> committed = committed(commitments);
        boolean whole = committed.size() > 2 && Arrays.equals(content.root(committed), contentHash);
        return new Bound(
                id,
                product,
                number,
                Content.TITLE,
                at(committed, 0, whole),
                true,
                (words, salt) -> content.commitment(
                        ContentRoot.Part.title(titleMarking == null ? "" : titleMarking, words), salt));
    }

    List<Portion> portions() {
        return List.copyOf(portions);
    }

    List<String> portionMarkings() {
        return portions.stream().map(Portion::marking).toList();
    }
}
