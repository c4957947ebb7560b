package org.entente.incident;

import java.time.LocalDate;

/**
 * One event of organised violence as the data set reports it. Codes are the data set's own; what they mean is written into
 * the report.
 *
 * @param line line of the file it begins on
 * @param id the data set's id of the event
 * @param datePrecision 1 exact day to 5 only the year
 * @param placePrecision 1 exact place to 7 at sea or in the air
 * @param reports how many reports it rests on, -1 if not stated
 */
public record Incident(
        long line,
        String id,
        LocalDate from,
        LocalDate to,
        int datePrecision,
        int violence,
        String conflict,
        String sideA,
        String sideB,
        String place,
        String placeInWords,
        String province,
        String district,
        int placePrecision,
        double latitude,
        double longitude,
        int clarity,
        int best,
        int low,
        int high,
        int civilians,
        int reports,
        String source,
        String headline) {}
