package org.entente.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.label.Docket;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.release.Course;
import org.entente.release.Passing;
import org.entente.request.Correspondence;
import org.entente.request.RequestLine;
import org.entente.world.Personnel;
import org.jspecify.annotations.Nullable;

/** A hat's own notices: what may still be told it of what it was to be told. */
@Stateless
public class Notices {
    private static final int MOST = 100;
    /** So far back it looks for what still stands. */
    private static final int FURTHEST = 400;
    /** To mark all is to mark what lies further back too, or it would come up next. */
    private static final int WHOLE_TRAY = 10_000;
    /** Beyond it nobody counts. */
    public static final int MOST_UNSEEN = 50;

    @Inject
    private Gate gate;

    @Inject
    private Tray tray;

    @Inject
    private Eyes eyes;

    @Inject
    private Circulation circulation;

    @Inject
    private Course course;

    @Inject
    private Docket docket;

    @Inject
    private Correspondence correspondence;

    /** Those not seen first, then newest first; what the hat may no longer know of, or has been dealt with, is not there. */
    @Operation(Action.LIST_NOTICES)
    public List<NoticeView> list() {
        gate.sight();
        Hat hat = gate.hat();
        List<NoticeView> bare = Stream.concat(
                        tray.unseen(hat.id(), FURTHEST).stream(), tray.seen(hat.id(), MOST).stream())
                .filter(n -> eyes.meet(n, hat))
                .limit(MOST)
                .map(n -> view(n, hat))
                .toList();
        gate.notes("notices count=" + bare.size());
        Map<String, String> titles = circulation.titles(
                bare.stream().map(NoticeView::product).filter(Objects::nonNull).toList());
        return bare.stream().map(n -> titled(n, titles)).toList();
    }

    /** How many of them were not seen yet, up to {@link #MOST_UNSEEN}. */
    @Operation(Action.COUNT_NOTICES)
    public int unseen() {
        gate.sight();
        Hat hat = gate.hat();
        long unseen = tray.unseen(hat.id(), FURTHEST).stream()
                .filter(n -> eyes.meet(n, hat))
                .limit(MOST_UNSEEN)
                .count();
        gate.notes("unseen=" + unseen);
        return (int) unseen;
    }

    @Operation(Action.MARK_NOTICES)
    public void seen(String number) {
        Hat hat = gate.hat();
        gate.asked(number);
        Notice notice = number.matches("[0-9A-Z-]{1,24}") ? tray.find(number, hat.id()) : null;
        gate.decideOwn(number, hat.organisation(), null, notice != null && eyes.meet(notice, hat));
        tray.seen(number, gate.moment().now());
    }

    /** All that it may be told now. */
    @Operation(Action.MARK_NOTICES)
    public void allSeen() {
        Hat hat = gate.hat();
        gate.sight();
        List<Notice> unseen = tray.unseen(hat.id(), WHOLE_TRAY).stream()
                .filter(n -> eyes.meet(n, hat))
                .toList();
        // oldest first, as mails are claimed: two that take rows in one order do not wait for each other in a circle
        unseen.reversed().forEach(n -> tray.seen(n.number(), gate.moment().now()));
        gate.notes("seen=" + unseen.size());
    }

    @Operation(Action.SEE_PREFERENCE)
    public Preference preference() {
        return tray.preference(gate.person().code());
    }

    @Operation(Action.SET_PREFERENCE)
    public Preference prefer(Preference.@Nullable Mail mail, @Nullable Boolean detailed) {
        if (mail == null || detailed == null) {
            throw Refused.malformed(
                    "malformed",
                    mail == null ? "mail" : "detailed",
                    "SYNTAX",
                    "A preference says AT_ONCE, DAILY or NONE, and whether mails are detailed.");
        }
        Preference wished = new Preference(mail, detailed);
        String person = gate.person().code();
        if (tray.preference(person).mail() == Preference.Mail.NONE) {
            tray.keepUnmailed(person);
        }
        tray.prefer(person, wished);
        gate.notes(wished.mail() + " detailed=" + wished.detailed());
        return wished;
    }

    private NoticeView view(Notice notice, Hat hat) {
        String release = null;
        String product = null;
        String originator = null;
        String suspended = null;
        switch (notice.occasion().about()) {
            case RELEASE, CONSENT -> {
                release = notice.partOf() == null ? notice.subject() : notice.partOf();
                Passing passing = course.find(release);
                product = passing == null ? null : passing.product();
            }
            case PRODUCT -> product = notice.subject();
            case REQUEST -> {
                RequestLine line = correspondence.line(notice.subject(), hat);
                originator = line == null ? null : line.requester();
            }
            case CHALLENGE -> product = docket.challenged(notice.subject());
            case AUDITOR -> {
                suspended = notice.turn();
                originator = suspended == null ? null : organisation(suspended);
            }
            case REFERRAL -> originator = docket.referrer(notice.subject());
            // its product may be one that a security officer may not know the title of: the case says which
            case BREACH -> {}
            // a plan says which to those who may know
            case HANDOVER, HANDOVER_CONSENT -> {}
        }
        if (product != null) {
            Circulating found = circulation.find(product);
            originator = found == null ? null : found.originator();
        }
        return new NoticeView(
                notice.number(),
                notice.occasion(),
                notice.subject(),
                release,
                product,
                originator,
                suspended,
                null,
                notice.at(),
                notice.due(),
                notice.urgent(),
                notice.seenAt() != null);
    }

    private @Nullable String organisation(String hat) {
        Personnel one = gate.moment().world().personnel(hat);
        return one == null ? null : one.hat().organisation();
    }

    private static NoticeView titled(NoticeView n, Map<String, String> titles) {
        return n.product() == null
                ? n
                : new NoticeView(
                        n.number(),
                        n.occasion(),
                        n.subject(),
                        n.release(),
                        n.product(),
                        n.originator(),
                        n.hat(),
                        titles.get(n.product()),
                        n.at(),
                        n.due(),
                        n.urgent(),
                        n.seen());
    }
}
