package org.entente.incident;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of events in the columns of the UCDP Georeferenced Event Dataset. Every row is read by itself: a bad one is
 * refused with all that is wrong with it and the others go on.
 */
public record IncidentFile(List<Incident> incidents, List<RowRefused> refused) {
    public static final String DATA_SET = "UCDP-GED";
    private static final List<String> COLUMNS = List.of(
            "id",
            "date_start",
            "date_end",
            "date_prec",
            "type_of_violence",
            "conflict_name",
            "side_a",
            "side_b",
            "where_coordinates",
            "where_description",
            "adm_1",
            "adm_2",
            "where_prec",
            "latitude",
            "longitude",
            "event_clarity",
            "best",
            "low",
            "high",
            "deaths_civilians",
            "number_of_sources",
            "source_article",
            "source_headline");

    public IncidentFile {
        incidents = List.copyOf(incidents);
        refused = List.copyOf(refused);
    }

    public static IncidentFile read(Reader csv) {
        List<Incident> incidents = new ArrayList<>();
        List<RowRefused> refused = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            Set<String> missing = new HashSet<>(COLUMNS);
            missing.removeAll(parser.getHeaderNames());
            if (!missing.isEmpty()) {
                missing.stream().sorted().forEach(m -> refused.add(new RowRefused(1, m, "the column is missing")));
                return new IncidentFile(incidents, refused);
            }
            line = 2;
            Set<String> ids = new HashSet<>();
            for (CSVRecord record : parser) {
                Row row = new Row(record, line);
                Incident incident = row.incident(ids);
                if (row.wrong.isEmpty()) {
                    incidents.add(incident);
                } else {
                    refused.addAll(row.wrong);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            refused.add(new RowRefused(line, "", "this is no CSV from here on: " + e.getMessage()));
        }
        return new IncidentFile(incidents, refused);
    }

    /** Reads one record field by field and remembers what is wrong. */
    private static final class Row {
        private final CSVRecord record;
        private final long line;
        private final List<RowRefused> wrong = new ArrayList<>();

        Row(CSVRecord record, long line) {
            this.record = record;
            this.line = line;
        }

        Incident incident(Set<String> ids) {
            if (!record.isConsistent()) {
                refuse("", "has " + record.size() + " fields, the header has another number of them");
            }
            String id = text("id", true);
            if (!id.isEmpty() && !id.matches("[0-9A-Za-z_.-]{1,40}")) {
                refuse("id", "is no plain id of at most 40 characters");
            }
            if (!id.isEmpty() && !ids.add(id)) {
                refuse("id", "comes twice in this file");
            }
            LocalDate from = date("date_start");
            LocalDate to = date("date_end");
            if (to.isBefore(from)) {
                refuse("date_end", "is before date_start");
            }
            return new Incident(
                    line,
                    id,
                    from,
                    to,
                    whole("date_prec", 1, 5),
                    whole("type_of_violence", 1, 3),
                    text("conflict_name", false),
                    text("side_a", true),
                    text("side_b", true),
                    text("where_coordinates", true),
                    text("where_description", false),
                    text("adm_1", false),
                    text("adm_2", false),
                    whole("where_prec", 1, 7),
                    degrees("latitude", 90),
                    degrees("longitude", 180),
                    whole("event_clarity", 1, 2),
                    whole("best", 0, 1_000_000),
                    whole("low", 0, 1_000_000),
                    whole("high", 0, 1_000_000),
                    whole("deaths_civilians", 0, 1_000_000),
                    whole("number_of_sources", -1, 10_000),
                    text("source_article", false),
                    text("source_headline", false));
        }

        private void refuse(String field, String reason) {
            wrong.add(new RowRefused(line, field, reason));
        }

        private String text(String field, boolean needed) {
            String value = record.isSet(field) ? record.get(field).strip() : "";
            if (needed && value.isEmpty()) {
                refuse(field, "is empty");
            }
            return value;
        }

        private LocalDate date(String field) {
            try {
                return LocalDate.parse(text(field, false));
            } catch (DateTimeException e) {
                refuse(field, "is no date like 2013-07-01");
                return LocalDate.EPOCH;
            }
        }

        private int whole(String field, int least, int most) {
            try {
                int value = Integer.parseInt(text(field, false));
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            refuse(field, "is no whole number from " + least + " to " + most);
            return least;
        }

        private double degrees(String field, int most) {
            try {
                double value = Double.parseDouble(text(field, false));
                if (Math.abs(value) <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            refuse(field, "is no number of degrees from -" + most + " to " + most);
            return 0;
        }
    }
}
