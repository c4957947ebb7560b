package org.entente.web.document;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.entente.product.Header;
import org.entente.product.Issue;
import org.entente.product.PortionView;
import org.entente.product.ProductView;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One copy of a product as a document tree: what both the PDF and the HTML file are written from. Words enter it only as text
 * nodes, so that nothing in them can be markup.
 */
final class Template {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    /** What stands for a number that only the paged medium knows. */
    private static final String PAGE = "{0}";

    private static final String PAGES = "{1}";

    private final Issue.Copy copy;
    private final ProductView product;
    private final Phrases phrases;
    private final boolean exercise;
    private final Document document = blank();

    Template(Issue.Copy copy, Phrases phrases, boolean exercise) {
        this.copy = copy;
        this.product = copy.product();
        this.phrases = phrases;
        this.exercise = exercise;
    }

    /** The banner as it stands on each page. */
    String banner() {
        return (exercise ? phrases.get("exercise") + " - " : "") + Ink.of(header().marking());
    }

    /** The tree, with this style sheet in it. */
    Document tree(String style) {
        Element html = element("html");
        html.setAttribute("lang", phrases.locale().getLanguage());
        document.appendChild(html);
        html.appendChild(head(style));
        html.appendChild(body());
        return document;
    }

    private Element head(String style) {
        Element head = element("head");
        Element policy = add(head, element("meta"));
        policy.setAttribute("http-equiv", "Content-Security-Policy");
        policy.setAttribute("content", "default-src 'none'; style-src 'unsafe-inline'");
        Element viewport = add(head, element("meta"));
        viewport.setAttribute("name", "viewport");
        viewport.setAttribute("content", "width=device-width, initial-scale=1");
        Element description = add(head, element("meta"));
        description.setAttribute("name", "description");
        description.setAttribute("content", registration() + " · " + numbered());
        // no word of the product: names of files and of windows are shown where its marking is not
        head.appendChild(element("title", "", header().number() + ", " + numbered()));
        head.appendChild(element("style", "", style));
        return head;
    }

    private Element body() {
        Element body = element("body");
        Element main = add(body, element("main"));
        main.appendChild(banner("top"));
        main.appendChild(foot());
        main.appendChild(watermark());
        Element title = add(main, element("h1"));
        String titleMark = copy.titleMarking();
        if (titleMark != null) {
            title.appendChild(element("span", "mark", titleMark));
            title.appendChild(document.createTextNode(" "));
        }
        title.appendChild(own(product.title()));
        main.appendChild(facts());
        handling(main);
        main.appendChild(portions());
        main.appendChild(banner("end"));
        return body;
    }

    private Element banner(String place) {
        Element banner = element("p", "banner " + place);
        banner.appendChild(element("span", "hidden", phrases.get("banner") + " "));
        banner.appendChild(document.createTextNode(banner()));
        return banner;
    }

    private Element foot() {
        Element foot = element("div", "foot");
        Element line = add(foot, element("p", "line"));
        line.appendChild(document.createTextNode(registration() + " · " + numbered()));
        Element page = add(line, element("span", "pages"));
        page.appendChild(document.createTextNode(" · "));
        for (String part : phrases.get("document.page").split("(?=\\{)|(?<=})", -1)) {
            switch (part) {
                case PAGE -> page.appendChild(element("span", "page"));
                case PAGES -> page.appendChild(element("span", "count"));
                default -> page.appendChild(document.createTextNode(part));
            }
        }
        foot.appendChild(element("p", "line", "SHA-256 " + product.contentHash()));
        foot.appendChild(banner("low"));
        return foot;
    }

    /** Made out to its reader, on every page, beside the words and not over them. */
    private Element watermark() {
        Element mark = element("div", "watermark");
        mark.setAttribute("aria-hidden", "true");
        mark.appendChild(element("p", "", copy.reader() + " · " + copy.organisation() + " · " + copy.hat()));
        mark.appendChild(element("p", "", STAMP.format(copy.at()) + " · " + numbered()));
        return mark;
    }

    private Element facts() {
        Element facts = element("dl");
        Header header = header();
        fact(facts, "document.registration", header.number());
        fact(facts, "published", phrases.time(header.published()));
        fact(facts, "originator", header.originator());
        fact(facts, "type", phrases.get("type." + header.type()));
        if (header.mission() != null) {
            fact(facts, "mission", header.mission());
        }
        if (product.likelihood() != null) {
            fact(facts, "likelihood", phrases.get("likelihood." + product.likelihood()));
        }
        if (product.confidence() != null) {
            fact(facts, "confidence", phrases.get("confidence." + product.confidence()));
        }
        fact(facts, "version", Integer.toString(product.version()));
        fact(facts, "document.copy", Integer.toString(copy.number()));
        fact(facts, "document.reader", copy.reader() + ", " + copy.organisation() + ", " + copy.hat());
        fact(facts, "document.made", phrases.time(copy.at()));
        fact(facts, "document.hash", product.contentHash());
        return facts;
    }

    private void fact(Element facts, String key, String value) {
        Element fact = add(facts, element("div"));
        fact.appendChild(element("dt", "", phrases.get(key)));
        fact.appendChild(element("dd", "", value));
    }

    private void handling(Element main) {
        if (!product.obligations().isEmpty()) {
            Element list = add(main, element("ul", "handling"));
            product.obligations().forEach(o -> list.appendChild(element("li", "", phrases.get("obligation." + o))));
        }
    }

    /** All portions in their order; of a withheld one the place, and nothing that it says. */
    private Element portions() {
        Map<String, Element> places =
                new TreeMap<>(Comparator.<String>comparingInt(Integer::parseInt).thenComparing(id -> id));
        product.portions().forEach(p -> places.put(p.id(), portion(p)));
        product.withheld().forEach(id -> places.put(id, withheld()));
        Element all = element("div", "portions");
        places.values().forEach(all::appendChild);
        return all;
    }

    private Element withheld() {
        Element place = element("div", "portion withheld");
        place.appendChild(element("p", "", phrases.get("portion.withheld")));
        return place;
    }

    private Element portion(PortionView said) {
        Element portion = element("div", "portion");
        Element text = add(portion, element("p", "text"));
        text.appendChild(element("span", "mark", said.marking()));
        text.appendChild(document.createTextNode(" "));
        text.appendChild(own(said.text()));
        if (said.reliability() != null && said.credibility() != null) {
            portion.appendChild(element(
                    "p",
                    "note",
                    phrases.get("grade") + phrases.get("colon") + " " + said.reliability() + said.credibility() + " ("
                            + phrases.get("reliability." + said.reliability()) + "; "
                            + phrases.get("credibility." + said.credibility()) + ")"));
        }
        listed(portion, "portion.sources", said.sources());
        listed(portion, "portion.citations", said.citations());
        return portion;
    }

    private void listed(Element portion, String key, List<String> items) {
        if (!items.isEmpty()) {
            Element list = add(portion, element("p", "note"));
            list.appendChild(document.createTextNode(phrases.get(key) + phrases.get("colon") + " "));
            list.appendChild(own(String.join("; ", items)));
        }
    }

    private Header header() {
        return product.header();
    }

    private String registration() {
        return header().number() + " · " + phrases.get("version") + " " + product.version();
    }

    private String numbered() {
        return phrases.get("document.copy") + " " + copy.number();
    }

    /** People's words, kept from turning around what stands beside them. */
    private Element own(String words) {
        return element("bdi", "", words);
    }

    private Element element(String name) {
        return document.createElement(name);
    }

    private Element element(String name, String kind) {
        Element element = element(name);
        if (!kind.isEmpty()) {
            element.setAttribute("class", kind);
        }
        return element;
    }

    private Element element(String name, String kind, String text) {
        Element element = element(name, kind);
        element.appendChild(document.createTextNode(Ink.of(text)));
        return element;
    }

    private static Element add(Element parent, Element child) {
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
