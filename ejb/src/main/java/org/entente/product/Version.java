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
import java.util.HexFormat;
import java.util.List;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/** What a product said at one time: banner, portions' marks and grades, and the hash of all its words. Never changed. */
@Entity
@Table(name = "product_version")
class Version {
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

    Version(Product product, Labelled labelled, byte[] contentHash, String by, Instant at) {
        this.productId = product.id();
        this.number = product.versionNo();
        this.marking = labelled.banner().canonical();
        this.titleMarking = labelled.titleMark();
        this.compilationReason = labelled.compilationReason();
        this.likelihood = labelled.likelihood();
        this.confidence = labelled.confidence();
        this.method = labelled.method();
        this.contentHash = contentHash.clone();
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

    String contentHash() {
        return HexFormat.of().formatHex(contentHash);
    }

    List<Portion> portions() {
        return List.copyOf(portions);
    }

    List<String> portionMarkings() {
        return portions.stream().map(Portion::marking).toList();
    }
}
