package org.entente.product;

import java.util.List;
import org.entente.gate.Objections;
import org.jspecify.annotations.Nullable;

/** What a product must have before it goes to the officer, and again before it is published. */
final class Completeness {
    private Completeness() {}

    static void check(ProductType type, Version version) {
        Objections objections = new Objections();
        List<Portion> portions = version.portions();
        for (int i = 0; type.graded() && i < portions.size(); i++) {
            if (!portions.get(i).graded()) {
                objections.add(
                        "portions[" + i + "]",
                        "PKI-02",
                        "An item of a " + type + " is graded; F6 says that it cannot be judged.");
            }
        }
        if (type.estimative() && version.likelihood() == null) {
            objections.add("likelihood", "PKI-04", "A " + type + " states its likelihood.");
        }
        if (type.estimative() && version.confidence() == null) {
            objections.add("confidence", "PKI-04", "A " + type + " states its confidence, apart from its likelihood.");
        }
        objections.throwIfAny("incomplete", "The product is not complete.");
    }

    /** The reason for a classification; none is needed on the unclassified. */
    static @Nullable Damage damage(@Nullable String code, boolean classified, String field) {
        Objections objections = new Objections();
        Damage damage = objections.word(Damage.class, code, field, "CLS-05");
        if (damage == null && classified && objections.none()) {
            objections.add(field, "CLS-05", "Name what disclosure would damage: " + List.of(Damage.values()) + ".");
        }
        objections.throwIfAny("damage-missing", "A classification has a reason.");
        return damage;
    }
}
