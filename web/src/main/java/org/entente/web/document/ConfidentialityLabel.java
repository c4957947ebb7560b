package org.entente.web.document;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Marking;
import org.entente.product.Issue;
import org.jspecify.annotations.Nullable;

/**
 * A marking as the originator's confidentiality label of STANAG 4774. A PERMISSIVE category lets in whoever has one of its
 * values, a RESTRICTIVE one demands them all, an INFORMATIVE one only tells whose it is; the whole banner stands in the privacy mark, for those who only show it.
 */
final class ConfidentialityLabel {
    private static final String NAMESPACE = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";
    /** As the basic security policies of S/MIME name what carries no mark. */
    private static final String UNMARKED = "UNMARKED";

    private static final String INFORMATIVE = "INFORMATIVE";
    private static final String PERMISSIVE = "PERMISSIVE";
    private static final String RESTRICTIVE = "RESTRICTIVE";

    private final XMLStreamWriter xml;

    private ConfidentialityLabel(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] of(Issue.Label label, boolean exercise) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            new ConfidentialityLabel(xml).write(label, exercise);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a label is always written", e);
        }
        return bytes.toByteArray();
    }

    private void write(Issue.Label label, boolean exercise) throws XMLStreamException {
        Marking marking = label.marking();
        xml.writeStartElement("originatorConfidentialityLabel");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("ConfidentialityInformation");
        xml.writeStartElement("PolicyIdentifier");
        xml.writeAttribute("URI", "urn:entente:scheme:" + marking.originatorScheme());
        xml.writeCharacters(Ink.of(marking.originatorScheme()));
        xml.writeEndElement();
        text(
                "Classification",
                marking.level().mark() == null ? UNMARKED : marking.level().mark());
        text("PrivacyMark", (exercise ? "EXERCISE - " : "") + marking.canonical());
        category(INFORMATIVE, "Joint Originators", marking.joint());
        category(RESTRICTIVE, "Contains Information Of", marking.contains());
        category(
                RESTRICTIVE,
                "Administrative",
                marking.controls().stream().map(Control::name).toList());
        category(PERMISSIVE, "Releasable To", marking.releasableTo());
        category(PERMISSIVE, "Eyes Only", marking.eyesOnly());
        category(PERMISSIVE, "Mission", marking.missions());
        category(RESTRICTIVE, "Not Releasable To", marking.notReleasableTo());
        category(
                RESTRICTIVE,
                "Handling",
                marking.handling().stream().map(Handling::text).toList());
        category(RESTRICTIVE, "Embargo Until", day(marking.embargoUntil()));
        category(RESTRICTIVE, "Expires", day(marking.expires()));
        xml.writeEndElement();
        xml.writeStartElement("OriginatorID");
        xml.writeAttribute("IDType", "uniformResourceIdentifier");
        xml.writeCharacters("urn:entente:organisation:" + Ink.of(originators(label)));
        xml.writeEndElement();
        text("CreationDateTime", label.published().toString());
        xml.writeEndElement();
    }

    /** All who hold it jointly, or the only one. */
    private static String originators(Issue.Label label) {
        List<String> joint = label.marking().joint();
        return joint.isEmpty() ? label.originator() : String.join(",", joint);
    }

    private void category(String type, String tag, Collection<String> values) throws XMLStreamException {
        if (values.isEmpty()) {
            return;
        }
        xml.writeStartElement("Category");
        xml.writeAttribute("Type", type);
        xml.writeAttribute("TagName", tag);
        for (String value : values) {
            text("GenericValue", value);
        }
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(Ink.of(value));
        xml.writeEndElement();
    }

    private static List<String> day(@Nullable LocalDate day) {
        return day == null ? List.of() : List.of(day.toString());
    }
}
