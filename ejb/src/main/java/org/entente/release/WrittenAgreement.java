package org.entente.release;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The paper on which both sides agreed where one of them has nobody on this platform, such as a note verbale (CAV-04).
 *
 * @param reference as it stands on the paper
 * @param date of the paper
 * @param scan SHA-256 of its scan, 64 hexadecimal digits; null if there is none
 */
public record WrittenAgreement(
        String reference, LocalDate date, @Nullable String scan) {}
