package org.entente.product;

/** The product catalogue (domain section 3). */
public enum ProductType {
    FLASH(false, false),
    INCREP(true, false),
    INTREP(true, false),
    SITREP(false, false),
    INTSUM(true, false),
    THREAT(false, true),
    THEM(false, true),
    PROFILE(false, false),
    EWREP(false, false);

    private final boolean graded;
    private final boolean estimative;

    ProductType(boolean graded, boolean estimative) {
        this.graded = graded;
        this.estimative = estimative;
    }

    /** Whether every portion needs a grade before it may be published (PKI-02). */
    public boolean graded() {
        return graded;
    }

    /** Whether likelihood and confidence are stated, separately (PKI-04). */
    public boolean estimative() {
        return estimative;
    }
}
