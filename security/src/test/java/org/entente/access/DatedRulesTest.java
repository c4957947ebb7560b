package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.Vectors;
import org.entente.identity.Hat;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.marking.RollUp;
import org.entente.marking.RolledUp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules of marking that turn on dates. */
class DatedRulesTest {
    private static final WorldFile.Loaded RULES = Vectors.world("rules.json");
    private static final Instant FEBRUARY = Instant.parse("2020-02-15T00:00:00Z");

    @Test
    void cls13_aRetiredMarkStillComparesLongAfterItWasRetired() {
        World world = Vectors.world("mali-13.json").world();
        Marking marking = parsed(world, "FRA", "CONFIDENTIEL DÉFENSE//REL TO FRA, UN");
        Level level = Objects.requireNonNull(world.vocabulary().levelByCode("FRA-CD"));
        assertEquals(level, marking.level());
        for (String year : List.of("2013", "2021", "2026")) {
            Instant at = Instant.parse(year + "-08-01T00:00:00Z");
            Equivalence row = inForce(new Atlas(world).row(level, at));
            assertEquals(2, row.tier(), year);
        }
    }

    @Test
    void cls13_aRowHoldsFromItsBeginningToItsEndAndSaysWhetherItIsAgreed() {
        World world = RULES.world();
        Atlas atlas = new Atlas(world);
        Level secret = Objects.requireNonNull(world.vocabulary().levelByCode("UN-SC"));
        Level guarded = Objects.requireNonNull(world.vocabulary().levelByCode("NOR-1"));
        assertEquals(Equivalence.Status.ASSUMED, status(atlas, secret, "2020-08-31T23:59:59Z"));
        assertEquals(Equivalence.Status.AGREED, status(atlas, secret, "2020-09-01T00:00:00Z"));
        assertEquals(null, atlas.row(guarded, Instant.parse("2020-05-31T23:59:59Z")));
        assertNotNull(atlas.row(guarded, Instant.parse("2020-06-01T00:00:00Z")));
        assertEquals(null, atlas.row(guarded, Instant.parse("2020-07-01T00:00:00Z")));
    }

    @Test
    void cls36_whoJoinsAGroupLaterGainsNothingByWhatWasMarkedBefore() {
        // UN belongs to COALITION in February 2020 and at no other time
        Hat reader = RULES.hats().stream()
                .filter(hat -> hat.id().equals("UN-ANALYST"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(Reason.NOT_RELEASABLE), reasons(reader, "2020-01-31T23:59:59Z", FEBRUARY));
        assertEquals(List.of(), reasons(reader, "2020-02-01T00:00:00Z", FEBRUARY));
        // and whoever leaves it keeps what was theirs when it was marked
        assertEquals(List.of(), reasons(reader, "2020-02-29T23:59:59Z", Instant.parse("2020-05-01T00:00:00Z")));
        assertEquals(
                List.of(Reason.NOT_RELEASABLE),
                reasons(reader, "2020-03-01T00:00:00Z", Instant.parse("2020-05-01T00:00:00Z")));
        // a banner names the members of the instant, so that nothing of a later one is in it
        assertEquals("AU CONFIDENTIAL//REL TO AU, EU, UN", banner(FEBRUARY, "(AU-C//REL TO AU, COALITION)"));
        assertEquals(
                "AU CONFIDENTIAL//REL TO AU, EU",
                banner(Instant.parse("2020-05-01T00:00:00Z"), "(AU-C//REL TO AU, COALITION)"));
    }

    @Test
    void cls37_theBannerHasTheLatestEmbargoAndTheEarliestExpiry() {
        assertEquals(
                "AU CONFIDENTIAL//EMBARGO UNTIL 20200601/EXPIRES 20201101",
                banner(
                        FEBRUARY,
                        "(AU-C//EMBARGO UNTIL 20200401/EXPIRES 20201101)",
                        "(AU-C//EMBARGO UNTIL 20200601)",
                        "(AU-U//EXPIRES 20201201)"));
        assertEquals("AU CONFIDENTIAL//EXPIRES 20200301", banner(FEBRUARY, "(AU-C//EXPIRES 20200301)", "(AU-C)"));
    }

    private static List<Reason> reasons(Hat reader, String published, Instant at) {
        ProductFacts product = new ProductFacts(
                "LISTED",
                "INTREP",
                "AU",
                "NORTH",
                Instant.parse(published),
                "AU CONFIDENTIAL//REL TO AU, COALITION",
                List.of());
        return AccessPolicy.of(RULES.world()).decide(reader, product, at, true).reasons();
    }

    private static String banner(Instant at, String... portions) {
        World world = RULES.world();
        List<Marking> marks =
                Stream.of(portions).map(text -> parsed(world, "AU", text)).toList();
        RolledUp up = new RollUp(world.vocabulary(), world.equivalences()).of("AU", at, marks);
        return assertInstanceOf(RolledUp.Banner.class, up).marking().canonical();
    }

    private static Marking parsed(World world, String originator, String text) {
        return assertInstanceOf(Parsed.Ok.class, new MarkingGrammar(world.vocabulary()).parse(originator, text))
                .marking();
    }

    private static Equivalence.Status status(Atlas atlas, Level level, String at) {
        return inForce(atlas.row(level, Instant.parse(at))).status();
    }

    private static Equivalence inForce(@Nullable Equivalence row) {
        assertNotNull(row);
        return Objects.requireNonNull(row);
    }
}
