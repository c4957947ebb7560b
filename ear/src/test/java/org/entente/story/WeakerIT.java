package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Weaker is weaker wherever it happens (faults D4): below a banner that is kept, and in a version made of permitted portions. */
class WeakerIT {
    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void cls40_d4_onePortionLoweredUnderABannerThatIsKeptIsADowngrade() {
        User.clock("2013-06-25T09:00:00Z");
        String product = published(
                User.in("AN-AU"),
                User.in("CO-AU"),
                filing(
                                "INTREP",
                                "EXERCISE - kept banner",
                                portion("(AU-S//ORCON)", "EXERCISE. a cache at the well"),
                                portion("(AU-S//ORCON/SOURCE)", "EXERCISE. says a herder"))
                        .add("mission", "AFISMA"));
        String label = "/products/" + product + "/label";
        for (String second : List.of("(AU-C)", "(AU-S//ORCON)")) {
            Answer alone = User.in("CO-AU").post(label, kept("AU SECRET//ORCON/SOURCE", "(AU-S//ORCON)", second));
            assertEquals("role-missing", expect(403, alone).slug(), second);
            assertEquals(List.of("CLS-40"), alone.reasons(), second);
        }
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM label_change c JOIN product p ON p.id = c.product_id WHERE p.number = ?",
                        product));
    }

    @Test
    void cls47_d4_theAuthorityMayAndItIsRecordedAsWhatItIs() {
        User.clock(Scenario.SETTLED);
        String product = published(
                User.in("AN-UN"),
                User.in("CO-UN"),
                filing(
                        "INTREP",
                        "EXERCISE - kept banner",
                        portion("(UN-SC//ORCON)", "EXERCISE. a cache at the well"),
                        portion("(UN-SC//ORCON)", "EXERCISE. says a herder")));
        String label = "/products/" + product + "/label";
        expect(200, authority("UN").post(label, kept("UN STRICTLY CONFIDENTIAL//ORCON", "(UN-SC//ORCON)", "(UN-SC)")));
        expect(200, authority("UN").post(label, kept("UN STRICTLY CONFIDENTIAL//ORCON", "(UN-SC//ORCON)", "(UN-C)")));
        assertEquals(
                List.of("WIDENED", "DOWNGRADED"),
                expect(200, authority("UN").get("/products/" + product))
                        .json()
                        .getJsonArray("labelChanges")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(c -> c.getString("kind"))
                        .toList());
    }

    @Test
    void cls47_d4_aWeakerSanitisedVersionIsReadByNobodyNewBeforeTheReleaseAuthoritySaysSo() {
        User.clock(Scenario.SETTLED);
        User analyst = User.in("AN-UN");
        User officer = User.in("CO-UN");
        String whole = published(
                analyst,
                officer,
                filing(
                        "INTREP",
                        "EXERCISE - whole",
                        portion("(UN-SC)", "EXERCISE. a road is closed"),
                        portion("(UN-SC)", "EXERCISE. the herders said so")));
        JsonObjectBuilder wish = Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add("EU"))
                .add("purpose", "EXERCISE: for the travellers")
                .add("sanitised", Json.createArrayBuilder().add("1"));
        JsonObject asked = expect(201, analyst.post("/products/" + whole + "/releases", wish))
                .json();
        String version = asked.getString("product");
        String release = asked.getString("number");
        expect(
                200,
                analyst.put(
                        "/products/" + version + "/draft",
                        filing(
                                "INTREP",
                                "EXERCISE - for travellers",
                                portion("(UN-U)", "EXERCISE. a road is closed"))));
        submitted(analyst, version);
        confirmed(officer, version);
        // confirmed, and handled as what it was made of
        assertEquals(404, User.in("LO-EU").get("/products/" + version).status());
        assertEquals(404, User.in("LO-AU").get("/products/" + version).status());
        assertEquals(
                "UN STRICTLY CONFIDENTIAL",
                expect(200, officer.get("/products/" + version)).text("marking"));
        assertTrue(expect(200, officer.get("/products/" + version)).json().getBoolean("held"));
        assertEquals("CHECKED", expect(200, officer.get("/releases/" + release)).text("state"));
        assertEquals(403, step(officer, release, "authorisation", approval()).status());
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        Answer read = expect(200, User.in("LO-EU").get("/products/" + version));
        assertEquals("UN UNCLASSIFIED", read.text("marking"));
        assertFalse(read.json().getBoolean("held"));
    }

    private static JsonObjectBuilder kept(String banner, String... marks) {
        JsonArrayBuilder portions = Json.createArrayBuilder();
        for (String mark : marks) {
            portions.add(mark);
        }
        return Json.createObjectBuilder()
                .add("portions", portions)
                .add("marking", banner)
                .add("compilationReason", "EXERCISE: together")
                .add("reason", "EXERCISE: tidied up");
    }
}
