package org.entente.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.identity.Hat;
import org.entente.label.Docket;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.release.Course;
import org.entente.release.Passing;
import org.jspecify.annotations.Nullable;

/** Mails, as the platform itself makes them: collected, written at the last moment from what may be told then, settled. */
@Stateless
public class Mails {
    @Inject
    private Gate gate;

    @Inject
    private Outbox outbox;

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
    @ConfigProperty(name = "entente.exercise", defaultValue = "false")
    private boolean exercise;

    @Inject
    @ConfigProperty(name = "entente.public.url")
    private String url;

    /** Numbers of the mails that are claimed now and must be settled. */
    @Operation(Action.COLLECT_MAILS)
    public List<String> collect() {
        List<String> mails = outbox.collect(gate.moment().now());
        gate.notes("mails claimed=" + mails.size());
        return mails;
    }

    /** The mail, of what its person may know of in this moment; null if that is nothing. */
    @Operation(Action.WRITE_MAIL)
    @Nullable
    public Letter write(String mail) {
        gate.asked(mail);
        Outbox.Addressee to = outbox.addressee(mail);
        if (to == null) {
            return null;
        }
        List<Notice> known = new ArrayList<>();
        for (Notice notice : tray.in(mail)) {
            Hat hat = hat(notice);
            if (hat != null && eyes.meet(notice, hat)) {
                gate.concerns(hat.organisation());
                known.add(notice);
            }
        }
        gate.notes("to " + to.person() + " count=" + known.size());
        List<Wording.Item> named = tray.preference(to.person()).detailed() ? named(known) : List.of();
        return known.isEmpty()
                ? null
                : Wording.in(to.language())
                        .letter(mail, to.address(), known.size(), named, exercise, url + "/notices.xhtml");
    }

    @Operation(Action.SETTLE_MAIL)
    public void settle(String mail, Delivery delivery, String why) {
        gate.asked(mail);
        outbox.settled(mail, delivery, why);
        gate.notes(delivery.name());
    }

    /** Those that an unprotected channel may carry: of open products alone, and never a request. */
    private List<Wording.Item> named(List<Notice> known) {
        List<Wording.Item> bare = new ArrayList<>();
        for (Notice notice : known) {
            String product = product(notice);
            Circulating found = product == null ? null : circulation.find(product);
            if (found != null && circulation.open(found.number())) {
                bare.add(new Wording.Item(
                        notice.occasion(),
                        notice.subject(),
                        found.number(),
                        found.originator(),
                        null,
                        notice.at(),
                        notice.due()));
            }
        }
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, String> titles =
                circulation.openTitles(bare.stream().map(Wording.Item::product).toList());
        return bare.stream()
                .map(i -> new Wording.Item(
                        i.occasion(),
                        i.number(),
                        i.product(),
                        i.originator(),
                        titles.get(i.product()),
                        i.since(),
                        i.due()))
                .toList();
    }

    private @Nullable String product(Notice notice) {
        return switch (notice.occasion().about()) {
            case PRODUCT -> notice.subject();
            case RELEASE, CONSENT -> {
                Passing release = course.find(Objects.requireNonNullElse(notice.partOf(), notice.subject()));
                yield release == null ? null : release.product();
            }
            case CHALLENGE -> docket.challenged(notice.subject());
            case REQUEST, REFERRAL, BREACH, AUDITOR, HANDOVER, HANDOVER_CONSENT -> null;
        };
    }

    private @Nullable Hat hat(Notice notice) {
        return gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(notice.hat()))
                .findFirst()
                .orElse(null);
    }
}
