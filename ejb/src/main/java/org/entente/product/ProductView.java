package org.entente.product;

import java.util.List;
import org.entente.access.Outcome;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A product as one hat reads it.
 *
 * @param method how it was acquired, for its originators alone: abroad it could tell of a source (PKI-07)
 * @param unit which of its originator's units made it, for that organisation alone (PKI-14)
 * @param contentHash the root over {@code commitments}, in hexadecimal
 * @param withheld ids of the portions that this hat does not get
 * @param awaitingPurpose those of them that it gets once it states a purpose (CAV-14)
 * @param obligations what the reader must not do with it
 * @param releases to whom it was handed: all of them for its own organisation, a partner's own for that partner
 * @param sanitisedFrom the product it was made of, for those who may know of that one (CLS-41)
 * @param sanitisedVersions what was made of it, as far as this reader may know of it
 * @param held whether it is read under the banner of what it was made of, until its release is authorised (CLS-40)
 * @param goneSources what it draws on and is gone, for those who might know of that (PKI-13)
 * @param seen the seal over all this, for whoever in its own organisation judges it
 */
public record ProductView(
        Header header,
        String title,
        int version,
        String contentHash,
        Commitments commitments,
        @Nullable String likelihood,
        @Nullable String confidence,
        @Nullable String method,
        @Nullable String unit,
        List<PortionView> portions,
        List<String> withheld,
        List<String> obligations,
        boolean acknowledged,
        List<Handed> releases,
        @Nullable String sanitisedFrom,
        List<String> sanitisedVersions,
        List<LabelChange> labelChanges,
        List<String> awaitingPurpose,
        boolean held,
        List<GoneSource> goneSources,
        @Nullable String seen)
        implements Seen {

    public Outcome outcome() {
        return header.outcome();
    }
}
