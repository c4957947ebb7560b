package org.entente.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.identity.Assignment;
import org.entente.identity.Briefing;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Residual;
import org.entente.identity.Role;
import org.entente.json.JsonFields;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/** The part of a world file that is not the world: hats, products, receipts, and cases with their expected answers. */
final class CaseReader {
    final List<Hat> hats;
    private final List<ProductFacts> products;
    private final List<WorldFile.Acknowledgement> acknowledgements;
    private final List<WorldFile.Case> cases;
    private final List<WorldFile.Expected> expected;

    CaseReader(WorldReader reader, JsonFields file) {
        hats = reader.list(file, "hats", fields -> hat(reader, fields));
        products = reader.list(file, "products", fields -> product(reader, fields));
        acknowledgements = reader.list(
                file,
                "acknowledgements",
                fields -> new WorldFile.Acknowledgement(
                        fields.text("person"), fields.text("product"), fields.instant("at")));
        cases = reader.list(file, "cases", CaseReader::question);
        expected = reader.list(
                file,
                "expected",
                fields -> new WorldFile.Expected(
                        fields.text("case"),
                        fields.oneOf("outcome", Outcome.class),
                        fields.listOf("reasons", Reason.class),
                        fields.texts("withheld")));
    }

    WorldFile.Loaded loaded(World world) {
        return new WorldFile.Loaded(world, hats, products, acknowledgements, cases, expected);
    }

    void check(
            WorldCheck check,
            List<Scheme> schemes,
            List<Consent> consents,
            List<Unit> units,
            List<Membership> memberships) {
        Set<String> schemeCodes =
                new HashSet<>(schemes.stream().map(Scheme::code).toList());
        Set<String> hatIds = new HashSet<>();
        Set<String> productIds = new HashSet<>();
        Set<String> caseIds = new HashSet<>();
        for (Hat hat : hats) {
            check.object(!hatIds.add(hat.id()), hat, "id", "is a second hat " + hat.id());
            check.organisation(hat.organisation(), hat, "organisation");
            check.names(Set.of(hat.person()), hat, "person");
            boolean member = memberships.stream()
                    .anyMatch(m -> m.organisation().equals(hat.organisation())
                            && m.state().equals(hat.state()));
            check.object(hat.state() != null && !member, hat, "state", "was never a member of " + hat.organisation());
            hat.assignments().forEach(assignment -> check.mission(assignment.mission(), assignment, "mission"));
            hat.clearances().forEach(clearance -> check.level(clearance.level(), clearance, "level"));
            hat.briefings()
                    .forEach(briefing -> refer(check, schemeCodes, briefing.scheme(), briefing, "scheme", "scheme"));
            if (hat.residual() != null) {
                check.mission(hat.residual().mission(), hat.residual(), "mission");
            }
        }
        for (ProductFacts product : products) {
            check.object(!productIds.add(product.id()), product, "id", "is a second product " + product.id());
            check.organisation(product.originator(), product, "originator");
            if (product.mission() != null) {
                check.mission(product.mission(), product, "mission");
            }
            if (product.unit() != null) {
                boolean theirs = units.stream()
                        .anyMatch(unit -> unit.code().equals(product.unit())
                                && unit.organisation().equals(product.originator()));
                check.object(!theirs, product, "unit", "is no unit of " + product.originator());
            }
            portions(check, product);
            if (product.releases() != null) {
                for (Release release : product.releases().all()) {
                    check.organisation(release.receiver(), release, "receiver");
                    release.hats().forEach(hat -> refer(check, hatIds, hat, release, "hats", "hat"));
                }
            }
        }
        Set<String> persons = new HashSet<>(hats.stream().map(Hat::person).toList());
        consents.forEach(consent -> refer(check, productIds, consent.product(), consent, "product", "product"));
        for (WorldFile.Acknowledgement receipt : acknowledgements) {
            refer(check, productIds, receipt.product(), receipt, "product", "product");
            refer(check, persons, receipt.person(), receipt, "person", "person");
        }
        for (WorldFile.Case question : cases) {
            check.object(!caseIds.add(question.id()), question, "id", "is a second case " + question.id());
            refer(check, hatIds, question.hat(), question, "hat", "hat");
            refer(check, productIds, question.product(), question, "product", "product");
        }
        expected.forEach(answer -> refer(check, caseIds, answer.caseId(), answer, "case", "case"));
    }

    private static void portions(WorldCheck check, ProductFacts product) {
        Set<String> ids = new HashSet<>();
        for (PortionFacts portion : product.portions()) {
            check.object(!ids.add(portion.id()), portion, "id", "is a second portion " + portion.id());
        }
    }

    private static void refer(
            WorldCheck check, Set<String> known, String word, Object culprit, String field, String kind) {
        check.object(!known.contains(word), culprit, field, "names the unknown " + kind + " " + word);
    }

    static Hat hat(WorldReader reader, JsonFields fields) {
        return new Hat(
                fields.text("id"),
                fields.text("person"),
                fields.text("organisation"),
                new TreeSet<>(fields.texts("posts")),
                new TreeSet<>(fields.listOf("roles", Role.class)),
                reader.list(
                        fields.objects("assignments"),
                        item -> new Assignment(item.text("mission"), WorldReader.during(item))),
                fields.optionalInstant("provisionalUntil"),
                residual(reader, fields.optionalObject("residual")),
                reader.list(
                        fields.objects("clearances"),
                        item -> new Clearance(item.text("level"), WorldReader.during(item))),
                reader.list(
                        fields.objects("briefings"),
                        item -> new Briefing(item.text("scheme"), WorldReader.during(item))),
                fields.optionalText("state"));
    }

    private static @Nullable Residual residual(WorldReader reader, @Nullable JsonFields fields) {
        return fields == null
                ? null
                : reader.list(List.of(fields), item -> new Residual(item.text("mission"), WorldReader.during(item)))
                        .getFirst();
    }

    static ProductFacts product(WorldReader reader, JsonFields fields) {
        return new ProductFacts(
                fields.text("id"),
                fields.text("type"),
                fields.text("originator"),
                fields.optionalText("mission"),
                fields.instant("published"),
                fields.rawText("marking"),
                reader.list(
                        fields.objects("portions"), item -> new PortionFacts(item.text("id"), item.rawText("marking"))),
                releases(reader, fields),
                fields.optionalFlag("emergency"),
                fields.optionalText("unit"));
    }

    /** Absent: the marking alone governs. Present, be it empty: only these have it. */
    private static @Nullable Releases releases(WorldReader reader, JsonFields fields) {
        List<JsonFields> all = fields.optionalObjects("releases");
        return all == null
                ? null
                : new Releases(reader.list(
                        all, item -> new Release(item.text("receiver"), hats(item), WorldReader.during(item))));
    }

    /** Absent: the whole organisation. An empty list could be meant for nobody and would be for everybody. */
    private static Set<String> hats(JsonFields release) {
        List<String> hats = release.optionalTexts("hats");
        if (hats != null && hats.isEmpty()) {
            release.complain("hats", "is empty");
        }
        return Set.copyOf(WorldReader.orNone(hats));
    }

    private static WorldFile.Case question(JsonFields fields) {
        return new WorldFile.Case(fields.text("id"), fields.text("hat"), fields.text("product"), fields.instant("at"));
    }
}
