package org.entente.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no page may do: speak without the bundles, or carry script and style that the content security policy would refuse. */
class PagesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    /** The product's name, the languages in their own words, and the name of a hash. */
    private static final Set<String> SAID_AS_IT_IS = Set.of("ENTENTE", "English", "Français", "SHA-256");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:title|alt|label|value|placeholder|(?:pt:)?aria-label|itemLabel)=\"([^\"]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("msg\\['([^']*)']");
    private static final Set<String> CODES =
            Set.of("en", "fr", "PERMIT", "DENY", "ERROR", "true", "pdf", "html", "4774");

    @Test
    void noPageHasALabelOutsideTheBundles() {
        assertEquals(List.of(), pages().flatMap(PagesTest::bareWords).toList());
    }

    @Test
    void noPageCarriesInlineScriptOrStyle() {
        Pattern inline = Pattern.compile("\\s(?:on[a-z]+|style)=\"|<style|<script(?![^>]*src=)|f:ajax|h:commandLink");
        assertEquals(
                List.of(),
                pages().filter(p -> inline.matcher(text(p)).find())
                        .map(Path::toString)
                        .toList());
    }

    @Test
    void everyMessageThatAPageNamesIsThere() throws IOException {
        Properties messages = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/org/entente/web/messages_en.properties"))) {
            messages.load(reader);
        }
        Set<String> missing = new TreeSet<>();
        pages().forEach(p -> MESSAGE.matcher(text(p))
                .results()
                .map(m -> m.group(1))
                .filter(k -> !messages.containsKey(k))
                .forEach(missing::add));
        assertEquals(Set.of(), missing);
    }

    private static Stream<String> bareWords(Path page) {
        String markup = EXPRESSION.matcher(text(page)).replaceAll("").replaceAll("(?s)<!--.*?-->|<!DOCTYPE[^>]*>", "");
        Stream<String> between = Stream.of(markup.replaceAll("<[^>]*>", "\n").split("\n"));
        Stream<String> spoken =
                SPOKEN_ATTRIBUTE.matcher(markup).results().map(m -> m.group(1)).filter(v -> !CODES.contains(v));
        return Stream.concat(between, spoken)
                .map(w -> w.replaceAll("&[a-z]+;", "").replaceAll("^[^\\p{L}]+|[^\\p{L}\\d]+$", ""))
                .filter(w -> Pattern.compile("\\p{L}").matcher(w).find())
                .filter(w -> SAID_AS_IT_IS.stream().noneMatch(w::equals))
                .map(w -> page.getFileName() + ": " + w);
    }

    private static Stream<Path> pages() {
        try (Stream<Path> all = Files.walk(WEBAPP)) {
            return all.filter(p -> p.toString().endsWith(".xhtml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
