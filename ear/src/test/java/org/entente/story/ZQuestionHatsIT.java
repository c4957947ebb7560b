package org.entente.story;

import static org.entente.running.Appointing.administrator;
import static org.entente.running.Appointing.briefed;
import static org.entente.running.Appointing.cleared;
import static org.entente.running.Appointing.confirm;
import static org.entente.running.Appointing.hat;
import static org.entente.running.Appointing.proposed;
import static org.entente.running.Appointing.securityOfficer;
import static org.entente.running.Inquiry.row;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.running.Inquiry;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions 8 and 9 of AUD-07: who may still act and should not, for want of a clearance or of anything to do. */
class ZQuestionHatsIT {
    private final User admin = administrator("UN");
    private final User security = securityOfficer("UN");
    private final User auditor = User.in("AUD-UN");
    private final User joint = User.in("AUD-JOINT");
    private final User theirs = User.in("AUD-AU");
    private final String prefix = "Q" + word().substring(1, 8).toUpperCase(Locale.ROOT) + "-";
    private final List<String> given = new ArrayList<>();

    /** Hats of these stories end with them. */
    @AfterEach
    void over() {
        User.clock(Scenario.SETTLED);
        given.forEach(id -> admin.proved().post("/hats/" + id + "/ending", because("EXERCISE: over")));
    }

    @Test
    void aud07_hatsThatActAlthoughAClearanceOrBriefingOfTheirsIsOver() {
        Inquiry inquiry = Inquiry.between("2013-08-16T08:00:00Z", 8 * 60);
        appointed("NEVER");
        String withdrawn = withdrawn(appointed("WITHDRAWN"));
        clear(withdrawn(appointed("AGAIN")));
        String suspended = withdrawn(appointed("SUSPENDED"));
        expect(204, security.proved().post("/hats/" + suspended + "/suspension", because("EXERCISE: badge lost")));
        String ended = withdrawn(appointed("ENDED"));
        expect(204, admin.proved().post("/hats/" + ended + "/ending", because("EXERCISE: over")));
        String instructed = appointed("INSTRUCTED");
        clear(instructed);
        brief(instructed, "EU");
        List<String> lost = row(withdrawn + "|reis|UN|CLEARANCE|UN-C|then");
        assertEquals(List.of(lost), ours(inquiry.told(auditor, "8?limit=100000")));
        assertEquals(List.of(lost), ours(inquiry.told(joint, "8?limit=100000")));
        assertEquals(List.of(), ours(inquiry.told(theirs, "8?limit=100000")));
        // a briefing of another scheme does not stand in for it
        User.clock("2014-02-01T12:00:00Z");
        brief(instructed, "UN");
        User.clock("2014-08-17T12:00:00Z");
        assertEquals(
                List.of(row(instructed + "|reis|UN|BRIEFING|EU|" + 365 * 24 + "h"), lost),
                ours(inquiry.told(auditor, "8?limit=100000")));
    }

    @Test
    void aud07_hatsInWhichNobodyDidAnythingForSoLong() {
        Inquiry inquiry = Inquiry.between("2013-07-25T08:00:00Z", 8 * 60);
        String awake = used(appointed("AWAKE"));
        String ended = used(appointed("ENDED"));
        String slept = used(appointed("SLEPT"));
        String suspended = used(appointed("SUSPENDED"));
        String unused = appointed("UNUSED");
        expect(204, security.proved().post("/hats/" + suspended + "/suspension", because("EXERCISE: badge lost")));
        expect(204, admin.proved().post("/hats/" + ended + "/ending", because("EXERCISE: over")));
        inquiry.later(29L * 24 * 3600);
        used(awake);
        expect(200, User.in("AN-UN").get("/products")); // the same person, in another hat
        String fresh = appointed("FRESH");
        inquiry.later(30L * 24 * 3600);
        List<List<String>> dormant = List.of(row(slept + "|reis|UN|then"), row(unused + "|reis|UN|-"));
        assertEquals(dormant, ours(inquiry.told(auditor, "9?days=30&limit=100000")));
        assertEquals(dormant, ours(inquiry.told(joint, "9?days=30&limit=100000")));
        assertEquals(List.of(), ours(inquiry.told(theirs, "9?days=30&limit=100000")));
        assertEquals(List.of(), ours(inquiry.told(auditor, "9?limit=100000")), "ninety days unless others are said");
        inquiry.later(90L * 24 * 3600);
        assertEquals(dormant, ours(inquiry.told(auditor, "9?limit=100000")));
        inquiry.later(120L * 24 * 3600);
        assertEquals(
                List.of(row(awake + "|reis|UN|696h"), row(fresh + "|reis|UN|-"), dormant.getFirst(), dormant.getLast()),
                ours(inquiry.told(auditor, "9?limit=100000")));
    }

    // ---- words of these stories ----

    private String appointed(String name) {
        String id = prefix + name;
        expect(200, confirm(security, proposed(admin, "/people/appointments", hat(id, "reis", "MINUSMA", "ANALYST"))));
        given.add(id);
        return id;
    }

    private void clear(String id) {
        expect(200, confirm(admin, proposed(security, "/hats/" + id + "/clearances", cleared("UN-C"))));
    }

    private void brief(String id, String scheme) {
        expect(200, confirm(admin, proposed(security, "/hats/" + id + "/briefings", briefed(scheme))));
    }

    private String withdrawn(String id) {
        clear(id);
        expect(204, security.proved().post("/hats/" + id + "/clearances/withdrawal", because("EXERCISE: withdrawn")));
        return id;
    }

    private static String used(String id) {
        expect(200, User.named("reis").wearing(id).get("/products"));
        return id;
    }

    private List<List<String>> ours(List<List<String>> rows) {
        return rows.stream().filter(r -> r.getFirst().startsWith(prefix)).toList();
    }
}
