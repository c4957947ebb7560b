package org.entente.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTest {
    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void codes_are_those_of_the_standard(long seconds, String code) {
        assertEquals(
                code,
                Code.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII), Instant.ofEpochSecond(seconds)));
    }
}
