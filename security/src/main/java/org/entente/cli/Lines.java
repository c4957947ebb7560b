package org.entente.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.entente.json.JsonLine;

/** Line in, line out, in the same order. */
final class Lines {
    private Lines() {}

    /** Answers every line and says whether any was at fault. */
    static boolean answer(Question question, BufferedReader in, PrintWriter out) throws IOException {
        boolean faulty = false;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            Question.Answer answer = question.answer(line, number);
            faulty |= answer.faulty();
            out.print(answer.json() + "\n");
            if (!in.ready()) {
                out.flush();
            }
        }
        out.flush();
        return faulty;
    }

    static Question.Answer error(String message, int line) {
        return new Question.Answer(
                new JsonLine().put("error", message).put("line", line).toString(), true);
    }
}
