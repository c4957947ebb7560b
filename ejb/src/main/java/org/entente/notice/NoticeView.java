package org.entente.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its hat may see it now.
 *
 * @param subject number of the release, consent, product, request, challenge or referral
 * @param product the product it is about; null for a request and a referral
 * @param originator the product's, or who asks or refers where that may be known, or whose auditor was suspended
 * @param hat the auditor's that was suspended; null for whatever else
 * @param title null where this hat may not see it, or there is none
 * @param at since when
 * @param due until when something has to be done
 */
public record NoticeView(
        String number,
        Occasion occasion,
        String subject,
        @Nullable String release,
        @Nullable String product,
        @Nullable String originator,
        @Nullable String hat,
        @Nullable String title,
        Instant at,
        @Nullable Instant due,
        boolean urgent,
        boolean seen) {}
