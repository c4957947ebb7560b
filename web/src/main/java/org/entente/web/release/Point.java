package org.entente.web.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.release.ConsentView;
import org.entente.release.RecipientView;
import org.entente.release.ReleaseView;
import org.entente.release.SignatureView;
import org.entente.release.Step;
import org.jspecify.annotations.Nullable;

/**
 * A point on a release's line of time.
 *
 * @param what key of the words for it
 * @param organisation whose act it is
 * @param about the organisation that it is about
 * @param ahead whether it has not come yet
 * @param stands whether a signature still holds for what is to be released now
 */
public record Point(
        Instant at,
        String what,
        @Nullable String verdict,
        @Nullable String organisation,
        @Nullable String hat,
        @Nullable String person,
        @Nullable String about,
        @Nullable String reason,
        @Nullable String delegation,
        boolean ahead,
        boolean stands) {

    static List<Point> of(ReleaseView release, @Nullable Instant now) {
        List<Point> points = new ArrayList<>();
        points.add(
                plain(release.requestedAt(), "point.requested", release.releaser(), null, release.requester(), null));
        release.signatures().forEach(s -> points.add(signed(s)));
        release.consents().forEach(c -> points.add(plain(c.askedAt(), "point.asked", null, c.giver(), null, null)));
        release.consents().stream().filter(c -> c.answeredAt() != null).forEach(c -> points.add(answered(c)));
        release.recipients().forEach(r -> recipient(r, release, points));
        ahead(release, points);
        points.sort(Comparator.comparing(Point::at));
        return points.stream()
                .map(p -> now != null && p.at.isAfter(now) ? p.asAhead() : p)
                .toList();
    }

    private static Point signed(SignatureView s) {
        return new Point(
                s.at(),
                "releaseStep." + s.step(),
                s.step().judges() ? s.verdict().name() : null,
                s.organisation(),
                s.hat(),
                s.person(),
                null,
                s.reason(),
                s.delegation(),
                false,
                s.stands());
    }

    private static Point answered(ConsentView c) {
        return new Point(
                java.util.Objects.requireNonNull(c.answeredAt()),
                "point.answered." + (c.state().name().equals("REFUSED") ? "REFUSED" : "GRANTED"),
                null,
                c.giver(),
                c.answeredBy(),
                null,
                c.receiver(),
                c.reason(),
                null,
                false,
                true);
    }

    private static void recipient(RecipientView r, ReleaseView release, List<Point> points) {
        Instant handed = r.handedAt();
        if (handed != null && !signedBy(release, Step.RECEIPT, r)) {
            points.add(plain(handed, "point.handed", null, r.organisation(), null, null));
        }
        Instant ended = r.endedAt();
        if (ended != null) {
            points.add(plain(ended, "point.ended", null, r.organisation(), null, r.endedWhy()));
        }
    }

    private static boolean signedBy(ReleaseView release, Step step, RecipientView r) {
        return release.signatures().stream()
                .anyMatch(s -> s.step() == step && s.organisation().equals(r.organisation()));
    }

    private static void ahead(ReleaseView release, List<Point> points) {
        Instant until = release.until();
        if (until != null) {
            points.add(plain(until, "point.until", null, null, null, null));
        }
        Instant review = release.reviewDue();
        if (review != null && release.state().name().equals("REVIEW_DUE")) {
            points.add(plain(review, "point.reviewDue", null, null, null, null));
        }
        release.consents().stream()
                .filter(c ->
                        c.state().name().equals("ASKED") || c.state().name().equals("SILENT"))
                .forEach(c -> points.add(plain(c.due(), "point.silence", null, c.giver(), null, null)));
    }

    private static Point plain(
            Instant at,
            String what,
            @Nullable String organisation,
            @Nullable String about,
            @Nullable String hat,
            @Nullable String reason) {
        return new Point(at, what, null, organisation, hat, null, about, reason, null, false, true);
    }

    private Point asAhead() {
        return new Point(at, what, verdict, organisation, hat, person, about, reason, delegation, true, stands);
    }
}
