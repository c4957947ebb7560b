package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.identity.Role;
import org.entente.running.Acts;
import org.entente.running.Acts.Act;
import org.entente.running.Answer;
import org.entente.running.Belongings;
import org.entente.running.Belongings.Belonging;
import org.entente.running.Platform;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Every act, tried in every hat, at objects of every organisation: what the table of the rules does not give is refused, moves
 * nothing and is on record, and where an object is none of somebody's business it is not there (ORG-01, CAV-10).
 */
class ZActsIT {
    /** Hats that are nobody's at the settled instant, serve in a mission of their own, or have just been suspended. */
    private static final Set<String> AWAY = Set.of("AN-AU", "HO-A2", Belongings.LEAVING);

    /** Acts whose objects are made where they are the story: nobody reaches one here. */
    private static final Set<String> UNREACHED = Set.of(
            "GET /products/{product}/custody",
            "GET /products/{product}/gone-sources/{source}",
            "GET /audit/events/{event}/replay",
            "POST /imports/{import}/publication");

    private record Hat(String id, String organisation, Set<Role> roles) {}

    private final List<Hat> hats = Scenario.hats().stream()
            .filter(h -> !AWAY.contains(h.getString("id")))
            .map(ZActsIT::hat)
            .toList();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong refused = new AtomicLong();

    @AfterEach
    void theirHatIsGivenBack() {
        Tables.restoreHat(Belongings.LEAVING);
    }

    @Test
    void org01_theTableNamesEveryActOfTheContract() {
        Set<String> table = new TreeSet<>();
        Acts.all().forEach(a -> table.add(a.route().replaceFirst("(steps/)[a-z_]+$", "$1{}")));
        assertEquals(contract(), table);
    }

    @Test
    void org01_cav10_whatTheTableDoesNotGiveIsRefusedInEveryHatAndMovesNothing() {
        List<Belonging> belongings = Belongings.made();
        Map<String, Long> before = Tables.sums();
        // those who may have it take copies
        before.remove("product_copy");
        long recorded = denied();
        Acts.all().parallelStream().forEach(act -> tryOut(act, belongings));
        assertTrue(wrong.isEmpty(), wrong.size() + " answers:\n" + String.join("\n", new TreeSet<>(wrong)));
        assertTrue(refused.get() > 2000, "only " + refused + " tries");
        Map<String, Long> after = Tables.sums();
        after.keySet().retainAll(before.keySet());
        assertEquals(before, after, "a refused act moved something");
        assertTrue(denied() - recorded >= refused.get(), refused + " refused, recorded " + (denied() - recorded));
    }

    private void tryOut(Act act, List<Belonging> belongings) {
        List<Belonging> objects = act.ofNobodys()
                ? List.of()
                : belongings.stream().filter(b -> b.kind().equals(act.object())).toList();
        Map<String, String> first =
                objects.isEmpty() ? Map.of() : objects.getFirst().numbers();
        oneOfEachKind(hats.stream().filter(h -> !act.openTo(h.roles)), act.hashCode())
                .forEach(hat -> withoutTheRole(act, hat, first));
        boolean reachable = false;
        for (Belonging object : objects) {
            Map<Boolean, List<Hat>> entitled = hats.stream()
                    .filter(h -> act.openTo(h.roles))
                    .collect(Collectors.partitioningBy(h -> act.entitles(h.organisation, h.roles, object.sides())));
            List<Hat> theirs = Objects.requireNonNull(entitled.get(true));
            List<Hat> others = Objects.requireNonNull(entitled.get(false));
            reachable |= act.reads()
                    ? theirs.stream()
                            .anyMatch(
                                    h -> attempt(act, h, object.numbers(), null).status() == 200)
                    : !theirs.isEmpty();
            String shown = act.reads() ? null : seen(act, object, theirs);
            oneOfEachKind(others.stream(), act.hashCode() + object.hashCode())
                    .forEach(hat -> withoutTheSide(act, hat, object, shown));
        }
        if (!act.ofNobodys() && !reachable && !UNREACHED.contains(act.toString())) {
            wrong.add(act + ": nobody whom the table entitles reaches any of " + objects);
        }
    }

    /** Of those with the same roles one, at each act another: it is the role or the side that they lack, not the name. */
    private static Stream<Hat> oneOfEachKind(Stream<Hat> hats, int turn) {
        return hats.collect(Collectors.groupingBy(h -> h.roles)).values().stream()
                .map(same -> same.get(Math.floorMod(turn, same.size())));
    }

    private void withoutTheRole(Act act, Hat hat, Map<String, String> numbers) {
        Answer answer = attempt(act, hat, numbers, null);
        if (answer.status() != 403 || !answer.slug().endsWith("role-missing")) {
            wrong.add(act + " in " + hat.id + " wants role-missing: " + answer);
        }
        refused.incrementAndGet();
    }

    private void withoutTheSide(Act act, Hat hat, Belonging object, @Nullable String shown) {
        Answer answer = attempt(act, hat, object.numbers(), shown);
        if (answer.status() < 400 || answer.status() >= 500) {
            wrong.add(act + " in " + hat.id + " at " + object + ": " + answer);
        }
        if (answer.status() == 403 || answer.status() == 404) {
            refused.incrementAndGet();
        }
        if (object.strangeTo(hat.organisation)) {
            Map<String, String> absent = new TreeMap<>(object.numbers());
            String number = Objects.requireNonNull(absent.get(object.kind()));
            absent.put(object.kind(), absent(number));
            Answer nothing = attempt(act, hat, absent, shown);
            if (nothing.status() != answer.status()
                    || !nothing.body().replace(absent(number), number).equals(answer.body())) {
                wrong.add(
                        act + " in " + hat.id + " tells of " + object + ": " + answer + " where absent is " + nothing);
            }
        }
    }

    /** A number of the same form that nothing has. */
    private static String absent(String number) {
        return number.substring(0, number.length() - 4) + "0000";
    }

    /** With a second factor, and with the tag over what those see who may judge: the attacker has had it from them. */
    private static Answer attempt(Act act, Hat hat, Map<String, String> numbers, @Nullable String shown) {
        User user = User.in(hat.id).proved();
        HttpRequest.Builder request = user.request(act.at(numbers));
        if (shown != null) {
            request.header("If-Match", shown);
        }
        String body = act.says(numbers);
        if (!body.isEmpty()) {
            request.header("Content-Type", body.startsWith("{") ? "application/json" : "text/csv");
        }
        return User.send(request.method(
                act.method(),
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }

    private static @Nullable String seen(Act act, Belonging object, List<Hat> theirs) {
        return theirs.stream()
                .map(h -> User.in(h.id).seen(act.at(object.numbers())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static long denied() {
        return Tables.number("SELECT COUNT(*) FROM audit_opening WHERE outcome = 'DENY'");
    }

    private static Hat hat(JsonObject hat) {
        return new Hat(
                hat.getString("id"),
                hat.getString("organisation"),
                hat.getJsonArray("roles").getValuesAs(JsonString.class).stream()
                        .map(r -> Role.valueOf(r.getString()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Collection<String> contract() {
        String contract = expect(
                        200,
                        User.send(HttpRequest.newBuilder(
                                URI.create(Platform.running().web() + "/openapi"))))
                .body();
        Map<String, Map<String, Map<String, Object>>> whole = new Yaml().load(contract);
        Set<String> routes = new TreeSet<>();
        Objects.requireNonNull(whole.get("paths"))
                .forEach((path, methods) -> methods.keySet().stream()
                        .filter(m ->
                                Set.of("get", "post", "put", "delete", "patch").contains(m))
                        .forEach(m -> {
                            if (path.startsWith("/api")) {
                                routes.add(m.toUpperCase(java.util.Locale.ROOT) + " "
                                        + path.substring(4).replaceAll("\\{[^}]*}", "{}"));
                            }
                        }));
        return routes;
    }
}
