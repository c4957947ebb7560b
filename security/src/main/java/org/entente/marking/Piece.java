package org.entente.marking;

import static org.entente.marking.Folding.blank;
import static org.entente.marking.Folding.fold;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of the text under the reader's finger, without outer blanks, that remembers where it stands. */
record Piece(String text, int at) {
    static Piece of(String text, int at) {
        int begin = 0;
        int end = text.length();
        while (begin < end && blank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && blank(text.charAt(end - 1))) {
            end--;
        }
        return new Piece(text.substring(begin, end), at + begin);
    }

    List<Piece> split(String separator) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            pieces.add(of(text.substring(from, to), at + from));
            from = to + separator.length();
        }
        pieces.add(of(text.substring(from), at + from));
        return pieces;
    }

    List<Piece> words() {
        List<Piece> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || blank(text.charAt(i))) {
                if (i > from) {
                    words.add(new Piece(text.substring(from, i), at + from));
                }
                from = i + 1;
            }
        }
        return words;
    }

    /** What follows these words, possibly nothing; null where the piece does not begin with them. */
    @Nullable
    Piece after(String keyword) {
        List<Piece> words = words();
        String[] expected = keyword.split(" ", -1);
        if (words.size() < expected.length) {
            return null;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!words.get(i).is(expected[i])) {
                return null;
            }
        }
        Piece last = words.get(expected.length - 1);
        int end = last.at + last.text.length() - at;
        return of(text.substring(end), at + end);
    }

    boolean is(String folded) {
        return fold(text).equals(folded);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    Parsed.Failed failed(MarkingError error) {
        return new Parsed.Failed(error, at, text);
    }
}
