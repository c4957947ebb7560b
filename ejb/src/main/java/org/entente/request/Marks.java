package org.entente.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.access.AccessPolicy;
import org.entente.access.Outcome;
import org.entente.access.Releases;
import org.entente.gate.Objection;
import org.entente.gate.Shared;
import org.entente.identity.Hat;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.marking.Scheme;
import org.entente.marking.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * How a request's marking reads, and for whom. A request is decided on like a product of the requester's that is released to
 * the one organisation it is addressed to: what is asked of AU is for UN and AU, whomever else it is asked of.
 */
record Marks(AccessPolicy policy, Instant now) {
    /** What the kernel takes a request for; it knows no type but FLASH apart. */
    private static final String TYPE = "RFI";

    /** The marking; null where it does not parse, and then the objection says where. */
    @Nullable
    Marking parsed(String originator, String text, String field, List<Objection> objections) {
        String mark = MarkingGrammar.portionMark(text);
        return switch (grammar().parse(originator, mark)) {
            case Parsed.Ok ok -> ok.marking();
            case Parsed.Failed failed -> {
                objections.add(new Objection(
                        field,
                        failed.error().name(),
                        "'" + failed.token() + "' at character " + (failed.position() + 1) + " of '" + mark
                                + "' does not parse."));
                yield null;
            }
        };
    }

    boolean inSchemeOf(String organisation, Marking marking) {
        Scheme scheme = words().schemeOf(organisation);
        return scheme != null && scheme.code().equals(marking.originatorScheme());
    }

    /**
     * The banner under which one organisation reads what the requester wrote: no wider than written, and with nobody else in it;
     * null if it was written to keep that organisation out.
     */
    @Nullable
    String bannerFor(String organisation, String requester, String banner) {
        if (!(grammar().parse(requester, banner) instanceof Parsed.Ok(Marking m))) {
            return null;
        }
        boolean open = !m.level().classified() && m.releasableTo().isEmpty();
        if (organisation.equals(requester) || open || !m.eyesOnly().isEmpty()) {
            return banner;
        }
        if (!m.releasableTo().isEmpty()
                && !words().expand(m.releasableTo(), now).contains(organisation)) {
            return null;
        }
        return new Marking(
                        m.level(),
                        m.joint(),
                        m.contains(),
                        m.controls(),
                        List.of(requester, organisation),
                        m.eyesOnly(),
                        m.missions(),
                        m.notReleasableTo(),
                        m.handling(),
                        m.embargoUntil(),
                        m.expires())
                .canonical();
    }

    Shared shared(String number, String originator, @Nullable String mission, String banner, Instant at) {
        return new Shared(
                number,
                originator,
                banner,
                at,
                policy.classOf(originator, TYPE, mission, banner, List.of()),
                List.of(),
                Releases.NONE);
    }

    boolean reads(Hat hat, Shared shared) {
        return policy.decide(hat, shared.access(), shared.number(), shared.published(), now, true, List.of())
                        .outcome()
                == Outcome.PERMIT;
    }

    /** Every word by which a text or a marking could name an organisation, or the one hat of it that asks. */
    List<String> telling(String organisation, @Nullable Hat asker) {
        List<String> words = new ArrayList<>();
        words.add(organisation);
        if (asker != null) {
            words.add(asker.id());
            words.addAll(asker.posts());
        }
        Scheme scheme = words().schemeOf(organisation);
        if (scheme != null) {
            for (Level level : scheme.levels()) {
                words.add(level.code());
                if (level.mark() != null) {
                    words.add(level.mark());
                }
            }
        }
        return words;
    }

    /** Whether a text says one of these words, by itself and in this spelling: 'un' is French, 'UN' is not. */
    static boolean names(String text, List<String> words) {
        return words.stream().anyMatch(w -> {
            for (int at = text.indexOf(w); at >= 0; at = text.indexOf(w, at + 1)) {
                if (!letter(text, at - 1) && !letter(text, at + w.length())) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean letter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private MarkingGrammar grammar() {
        return new MarkingGrammar(words());
    }

    private Vocabulary words() {
        return policy.vocabulary();
    }
}
