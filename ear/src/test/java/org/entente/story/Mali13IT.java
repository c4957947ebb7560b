package org.entente.story;

import java.io.IOException;
import org.entente.running.Matrix;
import org.junit.jupiter.api.Test;

/** DEM-01: who may read what, when, as the exercise's table has it. */
class Mali13IT {
    @Test
    void dem01_everyCellOfTheMatrixAnswersThroughRestAsTheTableSays() throws IOException {
        Matrix.agrees();
    }
}
