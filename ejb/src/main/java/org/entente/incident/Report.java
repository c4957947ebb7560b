package org.entente.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.product.Filing;
import org.entente.product.PortionFiling;

/** An incident told as an INCREP: who, what, where, when, how sure, and on whose word. */
final class Report {
    private static final List<String> DATE = List.of(
            "exact day",
            "known within two to six days",
            "known within a week",
            "known within a month",
            "only the year");
    private static final List<String> PLACE = List.of(
            "exact place",
            "within 25 km",
            "second-order district",
            "first-order province",
            "along a line or a fuzzy area",
            "country only",
            "at sea or in the air");
    private static final List<String> VIOLENCE =
            List.of("state-based conflict", "conflict between non-state groups", "violence against civilians");

    private Report() {}

    static Filing of(Incident incident, ImportOrder order) {
        String title =
                cut(incident.from() + " " + incident.place() + ": " + incident.sideA() + " - " + incident.sideB());
        PortionFiling portion = new PortionFiling(
                order.marking(),
                text(incident),
                order.reliability(),
                order.credibility(),
                List.of(),
                citations(incident));
        return new Filing("INCREP", title, null, order.mission(), List.of(portion), null, null, null, null);
    }

    private static String text(Incident i) {
        List<String> lines = new ArrayList<>();
        lines.add("When: " + (i.from().equals(i.to()) ? i.from() : i.from() + " to " + i.to()) + " ("
                + DATE.get(i.datePrecision() - 1) + ").");
        lines.add("Where: " + joined(i.place(), i.placeInWords(), i.district(), i.province())
                + String.format(Locale.ROOT, "; %.6f, %.6f", i.latitude(), i.longitude()) + " ("
                + PLACE.get(i.placePrecision() - 1) + ").");
        lines.add("What: " + VIOLENCE.get(i.violence() - 1) + "; " + i.conflict() + ".");
        lines.add("Who: " + i.sideA() + "; " + i.sideB() + ".");
        lines.add("Deaths: best estimate " + i.best() + ", low " + i.low() + ", high " + i.high() + "; civilians "
                + i.civilians() + ".");
        lines.add("Reporting: " + (i.clarity() == 1 ? "the event itself is reported" : "part of a summary of events")
                + (i.reports() < 0 ? "." : "; reports: " + i.reports() + "."));
        if (!i.headline().isEmpty()) {
            lines.add("Headline: " + i.headline());
        }
        return String.join("\n", lines);
    }

    private static List<String> citations(Incident i) {
        List<String> citations = new ArrayList<>();
        citations.add(IncidentFile.DATA_SET + " event " + i.id());
        if (!i.source().isEmpty()) {
            citations.add(i.source());
        }
        return citations;
    }

    private static String joined(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty() && !said.contains(part)) {
                said.add(part);
            }
        }
        return String.join(", ", said);
    }

    private static String cut(String title) {
        return title.length() <= 200 ? title : title.substring(0, 199) + "…";
    }
}
