package org.entente.running;

import static org.entente.running.Papers.expect;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A handover as its two co-chairs go through it over REST. */
public final class Handover {
    private final String number;
    private final User from;
    private final User to;

    private Handover(String number, User from, User to) {
        this.number = number;
        this.from = from;
        this.to = to;
    }

    /** Drawn up by the predecessor's co-chair. */
    public static Handover drafted(
            String relation, String predecessor, String successor, String toa, String cochairFrom, String cochairTo) {
        User from = User.in(cochairFrom);
        JsonObject plan = expect(
                        201,
                        from.post(
                                "/handovers",
                                Json.createObjectBuilder()
                                        .add("relation", relation)
                                        .add("predecessor", predecessor)
                                        .add("successor", successor)
                                        .add("toa", toa)
                                        .add("cochairFrom", cochairFrom)
                                        .add("cochairTo", cochairTo)))
                .json();
        return new Handover(plan.getString("number"), from, User.in(cochairTo));
    }

    public String number() {
        return number;
    }

    public String path(String rest) {
        return "/handovers/" + number + rest;
    }

    public User from() {
        return from;
    }

    public User to() {
        return to;
    }

    public JsonObject plan() {
        return expect(200, from.get(path(""))).json();
    }

    public String stage() {
        return plan().getString("stage");
    }

    /** Signs what the plan shows now. */
    public Answer sign(User cochair, String act) {
        return sign(cochair, act, plan().getString("digest", "nothing"));
    }

    /** Signs what was shown under this digest. */
    public Answer sign(User cochair, String act, String shown) {
        return cochair.proved()
                .post(
                        path("/signatures"),
                        Json.createObjectBuilder().add("act", act).add("digest", shown));
    }

    /** Both sign. */
    public void signed(String act) {
        expect(200, sign(from, act));
        expect(200, sign(to, act));
    }

    public void takeInventory() {
        expect(200, from.post(path("/inventory"), null));
    }

    public List<JsonObject> items(String filter) {
        List<JsonObject> all = new ArrayList<>();
        while (true) {
            JsonObject page = expect(200, from.get(path("/items?limit=500&from=" + all.size() + filter)))
                    .json();
            JsonArray some = page.getJsonArray("items");
            all.addAll(some.getValuesAs(JsonObject.class));
            if (some.isEmpty() || all.size() >= page.getInt("total")) {
                return all;
            }
        }
    }

    public Answer dispose(String item, JsonObjectBuilder decision) {
        return from.post(path("/items/" + item + "/disposition"), decision);
    }

    public static JsonObjectBuilder as(String disposition) {
        return Json.createObjectBuilder().add("disposition", disposition);
    }

    public Answer account(User side, String item, JsonObjectBuilder outcome) {
        return side.post(path("/items/" + item + "/outcome"), outcome);
    }

    public static JsonObjectBuilder outcome(String outcome) {
        return Json.createObjectBuilder().add("outcome", outcome);
    }

    public Answer carryOut() {
        return from.post(path("/execution"), null);
    }

    /** From the draft to the transfer between the AU and the UN, every giver asked and willing, with what goes as it goes. */
    public static Handover carried(
            String relation, String predecessor, String successor, String toa, Map<String, String> dispositions) {
        Handover plan = drafted(relation, predecessor, successor, toa, "HO-" + predecessor, "HO-" + successor);
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        plan.askAndGrant();
        dispositions.forEach((item, disposition) -> expect(200, plan.dispose(item, as(disposition))));
        plan.settle();
        plan.signed("READINESS");
        User.clock(toa);
        expect(200, plan.carryOut());
        return plan;
    }

    /** Every giver is asked, and says yes. */
    public void askAndGrant() {
        expect(200, from.post(path("/consents"), Json.createObjectBuilder()));
        for (JsonObject asked : expect(200, from.get(path("/consents"))).array().getValuesAs(JsonObject.class)) {
            expect(
                    200,
                    User.in("CO-" + asked.getString("giver"))
                            .post(
                                    "/handovers/consents/" + asked.getString("number") + "/answer",
                                    Json.createObjectBuilder().add("granted", true)));
        }
    }

    /** What is under way is closed. */
    public void settle() {
        for (JsonObject open : expect(200, from.get(path("/open-work"))).array().getValuesAs(JsonObject.class)) {
            expect(
                    200,
                    from.post(
                            path("/open-work/" + open.getString("reference")),
                            Json.createObjectBuilder().add("decision", "CLOSED")));
        }
    }

    /** From the transfer to the end: all received, with a retention code, and closed. */
    public void closed() {
        expect(200, to.post(path("/items/outcome"), outcome("RECEIVED")));
        signed("RECONCILIATION");
        expect(
                200,
                from.post(
                        path("/items/disposition"),
                        Json.createObjectBuilder().add("retention", "P A").add("filter", Json.createObjectBuilder())));
        signed("CLOSURE");
    }
}
