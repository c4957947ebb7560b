package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.handOver;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entente.running.Answer;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Since when a product is visible to an organisation, and how a partner's system polls by it. */
class VisibleSinceIT {
    private static final String ABROAD = "(UN-C//REL TO UN, AU)";
    private static final String BY_SIGHT = "/products?order=visible&limit=";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User liaison = User.in("LO-AU");
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void afterEverythingElse() {
        now = Instant.parse(Tables.quiet());
        User.clock(now.toString());
    }

    @Test
    void pki08_whatWasHandedOverTodayStandsUnderTodayAndNotUnderItsPublication() {
        String product = released(false);
        Instant published = at(officer, product, "published");
        assertEquals(
                published.getEpochSecond(), at(officer, product, "visibleSince").getEpochSecond());
        Instant handed = now.plus(Duration.ofDays(2));
        User.clock(handed.toString());
        handOver(officer, product);
        Instant since = at(liaison, product, "visibleSince");
        assertTrue(Duration.between(handed, since).abs().compareTo(Duration.ofMinutes(2)) < 0, since.toString());
        assertEquals(
                published.getEpochSecond(), at(officer, product, "visibleSince").getEpochSecond());
        assertTrue(listed(liaison, "visibleFrom=" + handed).contains(product));
        assertFalse(listed(liaison, "from=" + handed).contains(product));
        assertFalse(listed(liaison, "visibleTo=" + handed).contains(product));
        assertFalse(listed(officer, "visibleFrom=" + handed).contains(product));
        long all = count("visibleFrom=" + handed);
        assertEquals(listed(liaison, "visibleFrom=" + handed).size(), all);
        // taken back and handed over again, it comes again
        String release = releases(officer, product).getFirst().getString("number");
        String last = end();
        expect(200, step(authority("UN"), release, "recall", because("EXERCISE: too early")));
        User.clock(handed.plus(Duration.ofDays(1)).toString());
        expect(
                201,
                analyst.post(
                        "/products/" + product + "/releases",
                        jakarta.json.Json.createObjectBuilder()
                                .add(
                                        "recipients",
                                        jakarta.json.Json.createArrayBuilder().add("AU"))
                                .add("purpose", "EXERCISE: it is time")));
        releases(officer, product).stream()
                .filter(r -> r.getString("state").equals("LABELLED"))
                .forEach(r -> expect(
                        200,
                        step(
                                User.in("CO-UN"),
                                r.getString("number"),
                                "check",
                                org.entente.running.Offices.approval())));
        handOver(authority("UN"), product);
        assertTrue(numbers(poll(last)).contains(product));
    }

    @Test
    void pki08_aSystemThatPollsWhileReleasesLandMissesNothingAndGetsNothingTwice() throws Exception {
        String cursor = end();
        List<String> got = new ArrayList<>();
        List<String> landed = new ArrayList<>();
        try (ExecutorService offices = Executors.newFixedThreadPool(3)) {
            List<Future<List<String>>> work = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                work.add(offices.submit(() -> {
                    List<String> mine = new ArrayList<>();
                    for (int n = 0; n < 4; n++) {
                        mine.add(released(true));
                    }
                    return mine;
                }));
            }
            while (!work.stream().allMatch(Future::isDone)) {
                JsonObject page = poll(cursor);
                got.addAll(numbers(page));
                cursor = page.getString("next");
            }
            for (Future<List<String>> one : work) {
                landed.addAll(one.get(1, TimeUnit.MINUTES));
            }
        }
        JsonObject rest = poll(cursor);
        while (!numbers(rest).isEmpty()) {
            got.addAll(numbers(rest));
            rest = poll(rest.getString("next"));
        }
        assertEquals(
                landed.stream().sorted().toList(),
                got.stream().filter(landed::contains).sorted().toList());
        assertEquals(got.stream().distinct().toList(), got);
    }

    @Test
    void cav10_whereAPollEndedIsSealedForTheHatAndTheQuestion() {
        String cursor = end();
        for (Answer refused : List.of(
                officer.get(BY_SIGHT + "5&after=" + cursor),
                liaison.get("/products?after=" + cursor),
                liaison.get(BY_SIGHT + "5&type=SITREP&after=" + cursor),
                liaison.get("/products?visibleFrom=yesterday"))) {
            assertEquals(400, refused.status(), refused.toString());
        }
        assertEquals(422, liaison.get("/products?order=nonsense").status());
    }

    private String released(boolean handed) {
        String product = filed(analyst, report(ABROAD, word()));
        submitted(analyst, product);
        again(() -> officer.post("/products/" + product + "/publication", damage()));
        if (handed) {
            String release = releases(officer, product).getFirst().getString("number");
            again(() -> step(authority("UN"), release, "authorisation", approval()));
            again(() -> step(registry("UN"), release, "registration", null));
            again(() -> step(registry("AU"), release, "receipt", null));
        }
        return product;
    }

    /** Offices that work at the same moment are told to try again. */
    private static void again(Supplier<Answer> step) {
        Answer answer = step.get();
        while (answer.status() == 409 && answer.slug().equals("try-again")) {
            answer = step.get();
        }
        expect(200, answer);
    }

    /** The cursor behind all that the liaison officer sees by then. */
    private String end() {
        JsonObject page = expect(200, liaison.get(BY_SIGHT + 200)).json();
        while (!numbers(page).isEmpty()) {
            page = poll(page.getString("next"));
        }
        return page.getString("next");
    }

    private JsonObject poll(String after) {
        return expect(200, liaison.get(BY_SIGHT + "200&after=" + after)).json();
    }

    private static List<String> numbers(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(i -> i.getString("number"))
                .toList();
    }

    private List<String> listed(User user, String filter) {
        return numbers(expect(200, user.get("/products?limit=200&" + filter)).json());
    }

    private long count(String filter) {
        return expect(200, liaison.get("/products/count?" + filter)).json().getInt("count");
    }

    private static Instant at(User user, String product, String field) {
        return Instant.parse(expect(200, user.get("/products/" + product)).text(field));
    }
}
