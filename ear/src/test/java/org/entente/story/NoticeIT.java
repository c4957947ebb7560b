package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.refusal;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Papers.word;
import static org.entente.running.Questions.anonymous;
import static org.entente.running.Questions.answer;
import static org.entente.running.Questions.asked;
import static org.entente.running.Questions.asking;
import static org.entente.running.Questions.forwarding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.running.Answer;
import org.entente.running.Mailbox;
import org.entente.running.Patience;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what, on the page and by mail, and what nobody is told. */
class NoticeIT {
    private static final String TO_AU = "(UN-C//REL TO UN, AU)";
    private static final Set<String> EVERYBODY =
            Set.of("solberg", "reis", "haddad", "lindgren", "castro", "tadesse", "keita", "abebe", "baro", "diallo");
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void asUsual() {
        User.clock(Scenario.SETTLED);
        EVERYBODY.forEach(p -> prefer(User.named(p), "AT_ONCE", false));
    }

    // ---- who is told ----

    @Test
    void pki08_aStepThatWaitsIsToldToThoseWhoMayTakeItUntilItIsTaken() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - waits", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        assertEquals(Set.of("AUTHORISATION_WAITS"), occasions(authority("UN"), release));
        // the checker is not the authority, and nobody abroad hears of it yet
        assertEquals(Set.of(), occasions(officer, release));
        assertEquals(Set.of(), occasions(registry("AU"), release));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        assertEquals(Set.of(), occasions(authority("UN"), release));
        assertEquals(Set.of("REGISTRATION_WAITS"), occasions(registry("UN"), release));
        assertEquals(Set.of("RELEASE_AUTHORISED"), occasions(analyst, release));
        expect(200, step(registry("UN"), release, "registration", null));
        assertEquals(Set.of("RECEIPT_WAITS"), occasions(registry("AU"), release));
        assertEquals(Set.of(), occasions(User.in("LO-AU"), product));
        expect(200, step(registry("AU"), release, "receipt", null));
        assertEquals(Set.of("PRODUCT_ARRIVED"), occasions(User.in("LO-AU"), product));
        assertEquals(Set.of("ACKNOWLEDGEMENT_WAITS"), occasions(User.in("LO-AU"), release));
        expect(200, step(User.in("LO-AU"), release, "acknowledgement", null));
        assertEquals(Set.of(), occasions(User.in("LO-AU"), release));
    }

    @Test
    void cav10_anOrganisationThatItIsHiddenFromIsToldNothing() {
        String product =
                published(analyst, officer, filing("INTREP", "EXERCISE - hidden", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        expect(200, step(authority("UN"), release, "recall", because("EXERCISE: an error")));
        assertEquals(0, told(product, "EU", "ECOWAS"));
        assertEquals(0, told(release, "EU", "ECOWAS"));
        for (String hat : List.of("LO-EU", "CO-EU", "RA-EU", "RO-EU", "LO-ECW", "RA-ECW", "RO-ECW")) {
            String all = notices(User.in(hat)).toString();
            assertFalse(all.contains(product) || all.contains(release), hat + all);
        }
    }

    @Test
    void pki13_aRecallReachesEveryPastRecipientAndTellsNoneOfAnother() {
        String product = published(
                analyst,
                officer,
                filing("INTREP", "EXERCISE - recalled", portion("(UN-C//REL TO UN, AU, ECOWAS)", "EXERCISE. x")));
        String release = only(product);
        expect(200, step(authority("UN"), release, "recall", because("EXERCISE: an error")));
        for (String organisation : List.of("AU", "ECOWAS")) {
            JsonObject told = notices(registry(organisation), release).getFirst();
            assertEquals("RELEASE_RECALLED", told.getString("occasion"));
            assertEquals(product, told.getString("product"));
            assertEquals("UN", told.getString("originator"));
            assertTrue(told.getBoolean("urgent"));
            assertFalse(told.containsKey("title"), told.toString());
            assertFalse(told.toString().contains(organisation.equals("AU") ? "ECOWAS" : "\"AU\""), told.toString());
            // the product itself is gone for them, and so is the word that it had come
            assertEquals(Set.of(), occasions(registry(organisation), product));
        }
        assertEquals(Set.of("RELEASE_RECALLED"), occasions(User.in("LO-AU"), release));
    }

    @Test
    void pki13_aWithdrawnProductIsToldToThoseWhoHadIt() {
        String product =
                published(analyst, officer, filing("INTREP", "EXERCISE - withdrawn", portion(TO_AU, "EXERCISE. x")));
        withdrawn(officer, product);
        assertEquals(Set.of("PRODUCT_WITHDRAWN"), occasions(User.in("LO-AU"), product));
        assertEquals(Set.of(), occasions(User.in("LO-ECW"), product));
    }

    @Test
    void cav13_aGiverIsAskedWithItsDueDateAndTheRequesterHearsTheAnswer() {
        User author = User.in("AN-AU");
        User.clock("2013-06-25T08:00:00Z");
        String product = filed(
                author,
                filing("INTREP", "EXERCISE - asked", portion("(AU-C//ORCON)", "EXERCISE. x"))
                        .add("mission", "AFISMA"));
        submitted(author, product);
        confirmed(User.in("CO-AU"), product);
        JsonObjectBuilder wish = Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add("UN"))
                .add("purpose", "EXERCISE: force protection");
        String release = expect(201, author.post("/products/" + product + "/releases", wish))
                .text("number");
        assertEquals(Set.of("CHECK_WAITS"), occasions(User.in("CO-AU"), release));
        expect(200, step(User.in("CO-AU"), release, "check", approval()));
        JsonObject consent = expect(200, User.in("CO-AU").get("/releases/" + release))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0);
        String question = consent.getString("number");
        JsonObject told = notices(authority("AU"), question).getFirst();
        assertEquals("CONSENT_ASKED", told.getString("occasion"));
        assertEquals(consent.getString("due"), told.getString("due"));
        assertEquals(release, told.getString("release"));
        expect(200, authority("AU").post("/consents/" + question + "/answer", refusal("EXERCISE: not this one")));
        assertEquals(Set.of(), occasions(authority("AU"), question));
        assertEquals(Set.of("CONSENT_REFUSED"), occasions(author, question));
        assertEquals(Set.of("RELEASE_REFUSED"), occasions(author, release));
    }

    @Test
    void pki06_anAddresseeIsToldOfAnAnonymousRequestAndNothingOfWhoAsks() {
        User asker = User.in("LO-UN");
        String number = asked(asker, anonymous("(UN-C)", "ECOWAS"));
        assertEquals(Set.of(), occasions(User.in("LO-ECW"), number));
        assertEquals(Set.of("REQUEST_WITH_BROKER"), occasions(User.in("BROKER"), number));
        expect(200, User.in("BROKER").post("/requests/" + number + "/forwarding", forwarding("ECOWAS", "(ECW-C)")));
        assertEquals(Set.of(), occasions(User.in("BROKER"), number));
        JsonObject there = notices(User.in("CO-ECW"), number).getFirst();
        assertEquals("REQUEST_ARRIVED", there.getString("occasion"));
        assertFalse(there.containsKey("originator"), there.toString());
        assertFalse(there.toString().matches(".*\\b(UN|solberg|LO-UN)\\b.*"), there.toString());
        expect(200, User.in("LO-ECW").post("/requests/" + number + "/answer", answer("P03")));
        assertEquals(Set.of(), occasions(asker, number));
        assertEquals(Set.of("ANSWER_WITH_BROKER"), occasions(User.in("BROKER"), number));
    }

    @Test
    void pki05_anAnswerAndARefusalAreToldToTheHatThatAsked() {
        User asker = User.in("LO-UN");
        String number = asked(asker, asking("(UN-C)", "ECOWAS"));
        JsonObject there = notices(User.in("CO-ECW"), number).getFirst();
        assertEquals("UN", there.getString("originator"));
        assertFalse(there.toString().contains("fuel"), there.toString());
        assertEquals(Set.of(), occasions(User.in("CO-AU"), number));
        expect(200, User.in("LO-ECW").post("/requests/" + number + "/answer", answer("P03")));
        assertEquals(Set.of("REQUEST_ANSWERED"), occasions(asker, number));
        assertEquals(Set.of(), occasions(User.in("CO-ECW"), number));
        assertEquals(Set.of(), occasions(officer, number));
    }

    @Test
    void pki08_whatIsOverdueIsToldOnce() {
        String product =
                published(analyst, officer, filing("INTREP", "EXERCISE - late", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        String number = asked(User.in("LO-UN"), asking("(UN-C)", "ECOWAS"));
        User.clock("2013-07-23T12:30:00Z");
        eventually(() -> occasions(User.in("LO-AU"), release).contains("ACKNOWLEDGEMENT_OVERDUE"));
        assertEquals(Set.of("ACKNOWLEDGEMENT_MISSING"), occasions(registry("UN"), release));
        User.clock("2013-08-30T12:00:01Z");
        eventually(() -> occasions(User.in("CO-ECW"), number).contains("REQUEST_OVERDUE"));
        eventually(() -> occasions(User.in("LO-UN"), number).contains("ANSWER_OVERDUE"));
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM notice WHERE subject = ? AND hat = 'LO-AU' AND occasion = 'ACKNOWLEDGEMENT_OVERDUE'",
                        release));
    }

    @Test
    void cls07_theTitleShowsOnlyToAHatThatMaySeeItAndTheNoticeHoldsNone() {
        String title = word();
        String product = confirmedProduct(filing("INTREP", title, portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        assertEquals(title, notices(authority("UN"), release).getFirst().getString("title"));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        // not theirs before it is entered
        assertFalse(notices(registry("AU"), release).getFirst().containsKey("title"));
        expect(200, step(registry("AU"), release, "receipt", null));
        assertEquals(title, notices(User.in("LO-AU"), product).getFirst().getString("title"));
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM notice WHERE CONCAT_WS(' ', subject, part_of, turn) LIKE ?",
                        "%" + title + "%"));
    }

    @Test
    void cav10_anothersNoticeIsNotThere() {
        String release = only(confirmedProduct(filing("INTREP", "EXERCISE - mine", portion(TO_AU, "EXERCISE. x"))));
        String number = notices(authority("UN"), release).getFirst().getString("number");
        Answer theirs = analyst.post("/notices/" + number + "/seen", null);
        Answer nobodys = analyst.post("/notices/NTC-00000000/seen", null);
        assertEquals(404, theirs.status());
        assertEquals(nobodys.body().replace("NTC-00000000", number), theirs.body());
        assertFalse(notices(authority("UN"), release).getFirst().getBoolean("seen"));
        expect(204, authority("UN").post("/notices/" + number + "/seen", null));
        assertTrue(notices(authority("UN"), release).getFirst().getBoolean("seen"));
        // G9: time goes on telling others of other things: what was there before is seen, what has come since need not
        // be
        String second = only(confirmedProduct(filing("INTREP", "EXERCISE - mine", portion(TO_AU, "EXERCISE. x"))));
        Set<String> there = numbers(notices(authority("UN")));
        expect(204, authority("UN").post("/notices/seen", null));
        assertTrue(notices(authority("UN"), second).getFirst().getBoolean("seen"));
        assertTrue(notices(authority("UN")).stream()
                .filter(n -> there.contains(n.getString("number")))
                .allMatch(n -> n.getBoolean("seen")));
    }

    @Test
    void aPreferenceIsOnePersonsOwn() {
        prefer(User.named("lindgren"), "DAILY", true);
        assertEquals(
                "{\"detailed\":true,\"mail\":\"DAILY\"}",
                expect(200, User.named("lindgren").get("/notices/preference")).body());
        assertEquals(
                "AT_ONCE",
                expect(200, User.named("tadesse").get("/notices/preference")).text("mail"));
        JsonObjectBuilder odd = Json.createObjectBuilder().add("mail", "HOURLY").add("detailed", true);
        assertEquals(400, User.named("lindgren").put("/notices/preference", odd).status());
        assertEquals(
                400,
                User.named("lindgren")
                        .put("/notices/preference", Json.createObjectBuilder().add("mail", "NONE"))
                        .status());
    }

    // ---- mail ----

    @Test
    void cls07_noMailHoldsATitleAWordANumberOrAnotherRecipient() {
        String title = word();
        String text = word();
        try (Mailbox mailbox = Mailbox.open().emptied()) {
            String product = published(
                    analyst, officer, filing("INTREP", title, portion("(UN-C//REL TO UN, AU, ECOWAS)", text)));
            String release = only(product);
            expect(200, step(authority("UN"), release, "recall", because(text)));
            String number = asked(User.in("LO-UN"), asking("(UN-C)", "ECOWAS"));
            mailbox.settle();
            assertFalse(mailbox.to("bah@ecowas.test").isEmpty());
            assertFalse(mailbox.to("keita@au.test").isEmpty());
            for (String mail : mailbox.all()) {
                for (String secret :
                        List.of(title, text, product, release, number, "CONFIDENTIAL", "fuel", "REL TO", "ECOWAS-")) {
                    assertFalse(mail.contains(secret), secret + " in\n" + mail);
                }
                assertTrue(mail.contains("EXERCISE - ") || mail.contains("EXERCICE - "), mail);
                assertTrue(mail.contains("/notices.xhtml"), mail);
            }
        }
    }

    @Test
    void pki08_theAuthorityIsWrittenToInItsOwnLanguageWhenAReleaseWaits() throws Exception {
        try (Mailbox mailbox = Mailbox.open().emptied()) {
            confirmedProduct(filing("INTREP", "EXERCISE - written", portion(TO_AU, "EXERCISE. x")));
            mailbox.waitFor("lindgren@un.test", 1);
            MimeMessage mail = mailbox.to("lindgren@un.test").getFirst();
            assertLinesMatch(
                    List.of("EXERCISE - Something waits for you on Entente: \\d+ items?"), List.of(mail.getSubject()));
            assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
            assertEquals("en", mail.getHeader("Content-Language", null));
            asked(User.in("LO-UN"), asking("(UN-C)", "ECOWAS"));
            mailbox.waitFor("diallo@ecowas.test", 1);
            assertLinesMatch(
                    List.of("EXERCICE - Entente\u00a0: \\d+ éléments? vous attend(ent)?"),
                    List.of(mailbox.to("diallo@ecowas.test").getFirst().getSubject()));
        }
    }

    @Test
    void cls07_anUnclassifiedProductIsNamedToThoseWhoWishItAndItsTitleOnlyByItsOwnMark() {
        String open = word();
        String closed = word();
        prefer(User.named("reis"), "AT_ONCE", true);
        try (Mailbox mailbox = Mailbox.open().emptied()) {
            String plain = unclassified(open, "(UN-U)");
            String kept = unclassified(closed, null);
            String secret = confirmedProduct(filing("INTREP", "EXERCISE - kept", portion("(UN-C)", "EXERCISE. x")));
            for (String product : List.of(plain, kept, secret)) {
                String release = requested(product, "AU");
                expect(200, step(officer, release, "check", approval()));
                expect(200, step(authority("UN"), release, "authorisation", approval()));
            }
            mailbox.settle();
            String told =
                    mailbox.to("reis@un.test").stream().map(Mailbox::words).collect(Collectors.joining());
            assertTrue(told.contains(plain) && told.contains(kept), told);
            assertTrue(told.contains("Originator: UN"), told);
            assertTrue(told.contains(open), told);
            assertFalse(told.contains(closed) || told.contains(secret), told);
        }
    }

    @Test
    void cav10_nothingIsWrittenToWhoeverHasLostAccess() {
        Mailbox.open().emptied().close();
        long before = lastMail();
        String product = published(
                User.in("LO-AU"),
                User.in("CO-AU"),
                filing("INTREP", "EXERCISE - lost", portion("(AU-C//REL TO AU, UN)", "EXERCISE. x")));
        assertEquals(Set.of("PRODUCT_ARRIVED"), occasions(analyst, product));
        String release = only(product);
        expect(200, step(authority("AU"), release, "recall", because("EXERCISE: an error")));
        // an analyst's hat keeps no copies: it loses the product and hears of nothing any more
        assertEquals(List.of(), notices(analyst, product));
        try (Mailbox mailbox = Mailbox.open()) {
            mailbox.settle();
            assertTold(0, mailbox, before, "reis", product, release);
            assertFalse(mailbox.to("castro@un.test").isEmpty());
        }
    }

    @Test
    void cav10_aNoticeWhoseThingIsGoneByTheTimeOfTheMailIsNotInIt() {
        Mailbox.open().emptied().close();
        long before = lastMail();
        // the server is down: what is stored now goes later, if it may still be told then
        String first = only(confirmedProduct(filing("INTREP", "EXERCISE - gone", portion(TO_AU, "EXERCISE. x"))));
        String second = only(confirmedProduct(filing("INTREP", "EXERCISE - stays", portion(TO_AU, "EXERCISE. x"))));
        assertEquals(Set.of("AUTHORISATION_WAITS"), occasions(authority("UN"), first));
        expect(200, step(authority("UN"), first, "authorisation", refusal("EXERCISE: no")));
        try (Mailbox mailbox = Mailbox.open()) {
            mailbox.settle();
            assertTold(1, mailbox, before, "lindgren", first, second);
            assertEquals(Set.of("AUTHORISATION_WAITS"), occasions(authority("UN"), second));
        }
        // and where nothing is left nothing is written
        long since = lastMail();
        String third = only(confirmedProduct(filing("INTREP", "EXERCISE - none", portion(TO_AU, "EXERCISE. x"))));
        expect(200, step(authority("UN"), third, "authorisation", refusal("EXERCISE: no")));
        try (Mailbox mailbox = Mailbox.open()) {
            mailbox.settle();
            assertTold(0, mailbox, since, "lindgren", third);
        }
    }

    @Test
    void aServerThatIsDownKeepsNobodyWaitingAndOneMailComesWhenItIsUp() throws IOException {
        Mailbox.open().emptied().close();
        long before = lastMail();
        String release;
        try (ServerSocket down = Mailbox.hangsUp()) {
            Instant begun = Instant.now();
            release = only(confirmedProduct(filing("INTREP", "EXERCISE - down", portion(TO_AU, "EXERCISE. x"))));
            assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 20);
            assertEquals(Set.of("AUTHORISATION_WAITS"), occasions(authority("UN"), release));
            // it came with its mails and found nobody who takes them
            down.accept().close();
        }
        try (Mailbox mailbox = Mailbox.open()) {
            mailbox.waitFor("lindgren@un.test", 1);
            mailbox.settle();
            assertTold(1, mailbox, before, "lindgren", release);
        }
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM notice n JOIN notice_mail m ON m.number = n.mail"
                                + " WHERE n.subject = ? AND n.person = 'lindgren' AND m.state = 'SENT'",
                        release));
        assertEquals(
                0,
                Tables.number("SELECT COUNT(*) FROM (SELECT mail FROM notice WHERE mail LIKE 'MAIL-%' GROUP BY mail) m"
                        + " WHERE NOT EXISTS (SELECT 1 FROM notice_mail o WHERE o.number = m.mail)"));
    }

    @Test
    void aDailyMailBringsTheDayInOneAndAWarningDoesNotWaitForIt() {
        prefer(User.named("tadesse"), "DAILY", false);
        prefer(User.named("keita"), "NONE", false);
        try (Mailbox mailbox = Mailbox.open().emptied()) {
            String one = published(analyst, officer, filing("INTREP", "EXERCISE - day", portion(TO_AU, "EXERCISE. x")));
            String two = published(analyst, officer, filing("INTREP", "EXERCISE - day", portion(TO_AU, "EXERCISE. y")));
            mailbox.settle();
            assertEquals(List.of(), mailbox.to("tadesse@au.test"));
            assertEquals(Set.of("PRODUCT_ARRIVED"), occasions(authority("AU"), one));
            // called back: told at once, by itself
            expect(200, step(authority("UN"), only(two), "recall", because("EXERCISE: an error")));
            mailbox.waitFor("tadesse@au.test", 1);
            assertTrue(Mailbox.words(mailbox.to("tadesse@au.test").getFirst()).contains(": 1 item"));
            User.clock("2013-07-21T06:00:01Z");
            mailbox.waitFor("tadesse@au.test", 2);
            assertTrue(Mailbox.words(mailbox.to("tadesse@au.test").getLast()).contains(" item"));
            mailbox.settle();
            assertEquals(List.of(), mailbox.to("keita@au.test"));
            assertFalse(notices(registry("AU"), only(two)).isEmpty());
        }
    }

    // ---- words of these stories ----

    private String confirmedProduct(JsonObjectBuilder filing) {
        String product = filed(analyst, filing);
        submitted(analyst, product);
        confirmed(officer, product);
        return product;
    }

    private String unclassified(String title, @org.jspecify.annotations.Nullable String titleMarking) {
        JsonObjectBuilder filing = filing("SITREP", title, portion("(UN-U)", "EXERCISE. A road is open."));
        if (titleMarking != null) {
            filing.add("titleMarking", titleMarking);
        }
        String product = filed(analyst, filing);
        submitted(analyst, product);
        confirmed(officer, product);
        return product;
    }

    private String requested(String product, String recipient) {
        JsonObjectBuilder wish = Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add(recipient))
                .add("purpose", "EXERCISE: force protection");
        return expect(201, analyst.post("/products/" + product + "/releases", wish))
                .text("number");
    }

    private String only(String product) {
        return releases(officer, product).getFirst().getString("number");
    }

    private static List<JsonObject> notices(User user) {
        return expect(200, user.get("/notices")).array().getValuesAs(JsonObject.class);
    }

    private static List<JsonObject> notices(User user, String subject) {
        return notices(user).stream()
                .filter(n -> n.getString("subject").equals(subject))
                .toList();
    }

    private static Set<String> occasions(User user, String subject) {
        return notices(user, subject).stream()
                .map(n -> n.getString("occasion"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> numbers(List<JsonObject> notices) {
        return notices.stream().map(n -> n.getString("number")).collect(Collectors.toSet());
    }

    private static long told(String thing, String... organisations) {
        return Stream.of(organisations)
                .mapToLong(o -> Tables.number(
                        "SELECT COUNT(*) FROM notice n JOIN hat h ON h.id = n.hat"
                                + " WHERE organisation = ? AND ? IN (n.subject, n.part_of)",
                        o,
                        thing))
                .sum();
    }

    /**
     * So many of a story's things were told to somebody by mail; what time brought about meanwhile, about other things, may have
     * gone along and is not the story's.
     */
    private static void assertTold(int expected, Mailbox mailbox, long since, String person, String... things) {
        String ours = "'" + String.join("', '", things) + "'";
        long others = Tables.number(
                "SELECT COUNT(*) FROM notice n JOIN notice_mail m ON m.number = n.mail WHERE n.person = ? AND m.id > ?"
                        + " AND NOT (n.subject IN (" + ours + ") OR COALESCE(n.part_of, '') IN (" + ours + "))",
                person,
                since);
        int told = mailbox.told(person + "@un.test");
        assertTrue(told >= expected && told <= expected + others, told + " of which others' " + others);
    }

    private static long lastMail() {
        return Tables.number("SELECT COALESCE(MAX(id), 0) FROM notice_mail");
    }

    private static void prefer(User user, String mail, boolean detailed) {
        expect(
                200,
                user.put(
                        "/notices/preference",
                        Json.createObjectBuilder().add("mail", mail).add("detailed", detailed)));
    }

    private static void eventually(BooleanSupplier so) {
        Patience.until(Duration.ofSeconds(60), "it never came", so);
    }
}
