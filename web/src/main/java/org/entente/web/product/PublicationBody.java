package org.entente.web.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An officer's confirmation.
 *
 * @param damage what disclosure would damage, where the product is classified (CLS-05)
 * @param confirmed names and numbers of what was taken out that a sanitised version may say, as they stand in it (CLS-42)
 */
public record PublicationBody(
        @Nullable String damage, @Nullable List<String> confirmed) {
    static final PublicationBody EMPTY = new PublicationBody(null, null);
}
