package org.entente.web.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entente.handover.ItemView;
import org.entente.handover.Outcome;
import org.entente.handover.PlanView;
import org.entente.handover.Reconciliation;
import org.entente.handover.Report;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The end-of-handover report on paper (HND-18). */
final class ReportPaper extends Paper {
    private final Report report;
    private final PlanView plan;

    ReportPaper(Report report, Phrases phrases, boolean exercise) {
        super(phrases, exercise);
        this.report = report;
        this.plan = report.plan();
    }

    @Override
    String marking() {
        return report.marking();
    }

    @Override
    String name() {
        return plan.number() + ", " + phrases.get("handoverReport.title");
    }

    @Override
    String copy() {
        return plan.number();
    }

    @Override
    String reference() {
        return plan.number() + " · " + plan.from() + " - " + plan.to();
    }

    @Override
    String hash() {
        return report.digest();
    }

    @Override
    String reader() {
        Report.Made made = report.made();
        return made.reader() + " · " + made.organisation() + " · " + made.hat();
    }

    @Override
    Instant made() {
        return report.made().at();
    }

    @Override
    void write(Element main) {
        main.appendChild(
                element("h1", "", phrases.get("handoverReport.title") + " " + plan.from() + " - " + plan.to()));
        main.appendChild(facts());
        main.appendChild(element("h2", "", phrases.get("handoverReport.reconciliation")));
        main.appendChild(counts());
        main.appendChild(element("h2", "", phrases.get("handover.signatures")));
        main.appendChild(signatures());
        list(main, "handoverReport.refused", report.consentsRefused());
        list(main, "handoverReport.exceptions", report.exceptions());
        list(main, "handoverReport.destroyed", report.destroyed());
        list(main, "handoverReport.residual", report.residual());
        list(
                main,
                "handoverReport.waived",
                plan.steps().stream()
                        .filter(s -> s.waivedWhy() != null)
                        .map(s -> s.text() + ": " + s.waivedWhy())
                        .toList());
        list(
                main,
                "handover.benchmarks",
                plan.benchmarks().stream()
                        .map(b -> b.text() + " (" + b.source() + ", " + b.owner() + "): "
                                + phrases.get("benchmarkStatus." + b.status()))
                        .toList());
        list(main, "handoverReport.lessons", plan.lessons().isBlank() ? List.of() : List.of(plan.lessons()));
        main.appendChild(element("h2", "", phrases.get("handoverReport.inventory")));
        main.appendChild(inventory());
    }

    private Element facts() {
        Element facts = element("dl");
        fact(facts, "document.registration", plan.number());
        fact(facts, "handoverReport.sides", plan.predecessor() + " - " + plan.successor());
        fact(facts, "handoverReport.cochairs", plan.cochairFrom() + ", " + plan.cochairTo());
        fact(facts, "handoverReport.state", phrases.get("handoverStage." + plan.stage()));
        fact(facts, "handover.toa", phrases.time(plan.toa()));
        time(facts, "handover.executedAt", plan.executedAt());
        time(facts, "handover.closedAt", plan.closedAt());
        if (plan.inventory() != null) {
            fact(facts, "handover.inventory", plan.inventory());
        }
        fact(facts, "document.made", phrases.time(made()));
        fact(facts, "document.reader", reader());
        return facts;
    }

    private void time(Element facts, String key, @Nullable Instant at) {
        if (at != null) {
            fact(facts, key, phrases.time(at));
        }
    }

    private Element counts() {
        Reconciliation sums = report.reconciliation();
        List<String> head = new ArrayList<>(List.of("", phrases.get("handover.items")));
        Arrays.stream(Outcome.values()).forEach(o -> head.add(phrases.get("handoverOutcome." + o)));
        head.add(phrases.get("handoverReport.difference"));
        Element table = table(head);
        row(table, phrases.get("handoverReport.all"), sums.items(), sums.outcomes(), sums.difference());
        for (Reconciliation.Line line : sums.lines()) {
            String name = line.kind().equals("BARRIER") ? phrases.get("barrier." + line.name()) : line.name();
            row(table, name, line.items(), line.outcomes(), line.difference());
        }
        return table;
    }

    private void row(Element table, String name, int items, Map<Outcome, Integer> outcomes, int difference) {
        List<String> cells = new ArrayList<>(List.of(name, Integer.toString(items)));
        Arrays.stream(Outcome.values()).forEach(o -> cells.add(Integer.toString(outcomes.getOrDefault(o, 0))));
        cells.add(Integer.toString(difference));
        row(table, "td", cells);
    }

    private Element signatures() {
        Element table = table(List.of(
                phrases.get("handover.signed"),
                phrases.get("handover.by"),
                phrases.get("handover.at"),
                phrases.get("handover.digest")));
        for (PlanView.SignatureView s : plan.signatures()) {
            row(
                    table,
                    "td",
                    List.of(
                            phrases.get("handoverAct." + s.act()),
                            s.organisation() + " " + s.hat(),
                            phrases.time(s.at()),
                            s.digest().substring(0, 12)
                                    + (s.stands() ? "" : " (" + phrases.get("handover.stands.no") + ")")));
        }
        return table;
    }

    private Element inventory() {
        Element table = table(List.of(
                phrases.get("handoverReport.item"),
                phrases.get("handoverReport.marking"),
                phrases.get("handoverReport.disposition"),
                phrases.get("handoverReport.outcome"),
                phrases.get("handoverReport.retention"),
                phrases.get("handoverReport.books")));
        table.setAttribute("class", "items");
        if (report.withheld() > 0) {
            row(
                    table,
                    "td",
                    List.of(report.withheld() + " " + phrases.get("handoverItems.withheld"), "-", "-", "-", "-", "-"));
        }
        for (ItemView item : report.items()) {
            row(
                    table,
                    "td",
                    List.of(
                            item.reference() + (item.addendum() ? " +" : ""),
                            item.marking(),
                            item.disposition() == null ? "-" : phrases.get("handoverDisposition." + item.disposition()),
                            item.outcome() == null ? "-" : phrases.get("handoverOutcome." + item.outcome()),
                            (item.retention() == null ? "-" : item.retention())
                                    + (item.legalHold() ? " " + phrases.get("handoverReport.hold") : ""),
                            books(item)));
        }
        return table;
    }

    private static String books(ItemView item) {
        return item.registerOut() == null
                ? "-"
                : item.registerOut() + (item.registerIn() == null ? "" : " / " + item.registerIn());
    }

    private void list(Element main, String key, List<String> lines) {
        main.appendChild(element("h2", "", phrases.get(key)));
        if (lines.isEmpty()) {
            main.appendChild(element("p", "", phrases.get("handoverReport.none")));
            return;
        }
        Element list = add(main, element("ul", "handling"));
        lines.forEach(line -> add(list, element("li")).appendChild(own(line)));
    }

    private Element table(List<String> head) {
        Element table = element("table");
        row(add(table, element("thead")), "th", head);
        return table;
    }

    private void row(Element table, String cell, List<String> cells) {
        Element row = add(table, element("tr"));
        cells.forEach(words -> row.appendChild(element(cell, "", words)));
    }
}
