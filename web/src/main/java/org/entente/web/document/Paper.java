package org.entente.web.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Something on paper as a document tree: what both the PDF and the HTML file are written from, with its banner on each page.
 * Words enter it only as text nodes, so that nothing in them can be markup.
 */
abstract class Paper {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    /** What stands for a number that only the paged medium knows. */
    private static final String PAGE = "{0}";

    private static final String PAGES = "{1}";

    final Phrases phrases;
    private final boolean exercise;
    private final Document document = blank();

    Paper(Phrases phrases, boolean exercise) {
        this.phrases = phrases;
        this.exercise = exercise;
    }

    abstract String marking();

    /** What a window and a list of files call it: numbers, and no word of it, for its marking is not there. */
    abstract String name();

    /** Which of its copies this is. */
    abstract String copy();

    /** What stands at the foot of each page. */
    abstract String reference();

    /** SHA-256 of what it says, in hexadecimal. */
    abstract String hash();

    /** To whom it was made out, when: beside the words of every page and not over them. */
    abstract String reader();

    abstract Instant made();

    abstract void write(Element main);

    /** The banner as it stands on each page. */
    String banner() {
        return (exercise ? phrases.get("exercise") + " - " : "") + Ink.of(marking());
    }

    /** The tree, with this style sheet in it. */
    Document tree(String style) {
        Element html = element("html");
        html.setAttribute("lang", phrases.locale().getLanguage());
        document.appendChild(html);
        html.appendChild(head(style));
        Element main = add(add(html, element("body")), element("main"));
        main.appendChild(banner("top"));
        main.appendChild(foot());
        main.appendChild(watermark());
        write(main);
        main.appendChild(banner("end"));
        return document;
    }

    private Element head(String style) {
        Element head = element("head");
        meta(head, "http-equiv", "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        meta(head, "name", "viewport", "width=device-width, initial-scale=1");
        meta(head, "name", "description", reference());
        head.appendChild(element("title", "", name()));
        head.appendChild(element("style", "", style));
        return head;
    }

    private void meta(Element head, String key, String name, String content) {
        Element meta = add(head, element("meta"));
        meta.setAttribute(key, name);
        meta.setAttribute("content", content);
    }

    private Element banner(String place) {
        Element banner = element("p", "banner " + place);
        banner.appendChild(element("span", "hidden", phrases.get("banner") + " "));
        banner.appendChild(text(banner()));
        return banner;
    }

    private Element foot() {
        Element foot = element("div", "foot");
        Element line = add(foot, element("p", "line"));
        line.appendChild(text(reference()));
        Element page = add(line, element("span", "pages"));
        page.appendChild(text(" · "));
        for (String part : phrases.get("document.page").split("(?=\\{)|(?<=})", -1)) {
            switch (part) {
                case PAGE -> page.appendChild(element("span", "page"));
                case PAGES -> page.appendChild(element("span", "count"));
                default -> page.appendChild(text(part));
            }
        }
        foot.appendChild(element("p", "line", "SHA-256 " + hash()));
        foot.appendChild(banner("low"));
        return foot;
    }

    private Element watermark() {
        Element mark = element("div", "watermark");
        mark.setAttribute("aria-hidden", "true");
        mark.appendChild(element("p", "", reader()));
        mark.appendChild(element("p", "", STAMP.format(made()) + " · " + copy()));
        return mark;
    }

    void fact(Element facts, String key, String value) {
        Element fact = add(facts, element("div"));
        fact.appendChild(element("dt", "", phrases.get(key)));
        fact.appendChild(element("dd", "", value));
    }

    /** People's words, kept from turning around what stands beside them. */
    Element own(String words) {
        return element("bdi", "", words);
    }

    Element element(String name) {
        return document.createElement(name);
    }

    Element element(String name, String kind) {
        Element element = element(name);
        if (!kind.isEmpty()) {
            element.setAttribute("class", kind);
        }
        return element;
    }

    Element element(String name, String kind, String text) {
        Element element = element(name, kind);
        element.appendChild(text(Ink.of(text)));
        return element;
    }

    org.w3c.dom.Text text(String words) {
        return document.createTextNode(words);
    }

    static Element add(Element parent, Element child) {
        parent.appendChild(child);
        return child;
    }

    private static Document blank() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes a document", e);
        }
    }
}
