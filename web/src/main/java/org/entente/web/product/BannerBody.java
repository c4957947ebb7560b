package org.entente.web.product;

import java.util.List;
import org.entente.gate.Objection;
import org.entente.product.Preview;

/** A banner in its canonical spelling, and where it names partners that no arrangement covers. */
public record BannerBody(String banner, List<Objection> warnings) {
    static BannerBody of(Preview preview) {
        return new BannerBody(preview.banner(), preview.warnings());
    }
}
