package org.entente.web.product;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.entente.product.Header;
import org.entente.product.Page;
import org.jspecify.annotations.Nullable;

/** A page of headers; {@code next} is there even when it is null. */
public record PageBody(
        List<Header> items, @JsonbNillable @Nullable String next) {
    static PageBody of(Page page) {
        return new PageBody(page.items(), page.next());
    }
}
