package org.entente.web.document;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.product.Header;
import org.entente.product.Issue;
import org.entente.product.PortionView;
import org.entente.product.ProductView;
import org.w3c.dom.Element;

/** One copy of a product. */
final class Template extends Paper {
    private final Issue.Copy copy;
    private final ProductView product;

    Template(Issue.Copy copy, Phrases phrases, boolean exercise) {
        super(phrases, exercise);
        this.copy = copy;
        this.product = copy.product();
    }

    @Override
    String marking() {
        return header().marking();
    }

    @Override
    String name() {
        return header().number() + ", " + copy();
    }

    @Override
    String reference() {
        return header().number() + " · " + phrases.get("version") + " " + product.version() + " · " + copy();
    }

    @Override
    String hash() {
        return product.contentHash();
    }

    @Override
    String reader() {
        return copy.reader() + " · " + copy.organisation() + " · " + copy.hat();
    }

    @Override
    Instant made() {
        return copy.at();
    }

    @Override
    void write(Element main) {
        Element title = add(main, element("h1"));
        String titleMark = copy.titleMarking();
        if (titleMark != null) {
            title.appendChild(element("span", "mark", titleMark));
            title.appendChild(text(" "));
        }
        title.appendChild(own(product.title()));
        main.appendChild(facts());
        handling(main);
        main.appendChild(portions());
        main.appendChild(commitments());
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
        text.appendChild(text(" "));
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

    /** With what its reader checks it: docs/spec/content.md says how. Of what is withheld there is no salt. */
    private Element commitments() {
        Element all = element("div", "commitments");
        all.appendChild(element("h2", "", phrases.get("document.commitments")));
        all.appendChild(element("p", "note", phrases.get("document.commitments.how")));
        Element list = add(all, element("ol", ""));
        List<String> values = product.commitments().values();
        for (int place = 0; place < values.size(); place++) {
            String of = place == 0 ? "title" : Integer.toString(place);
            String salt = place == values.size() - 1
                    ? null
                    : product.commitments().salts().get(of);
            Element line = add(list, element("li", "hash"));
            line.appendChild(text(values.get(place)));
            if (salt != null) {
                line.appendChild(element("br"));
                line.appendChild(text(phrases.get("document.salt") + phrases.get("colon") + " " + salt));
            }
        }
        return all;
    }

    private void listed(Element portion, String key, List<String> items) {
        if (!items.isEmpty()) {
            Element list = add(portion, element("p", "note"));
            list.appendChild(text(phrases.get(key) + phrases.get("colon") + " "));
            list.appendChild(own(String.join("; ", items)));
        }
    }

    private Header header() {
        return product.header();
    }

    @Override
    String copy() {
        return phrases.get("document.copy") + " " + copy.number();
    }
}
