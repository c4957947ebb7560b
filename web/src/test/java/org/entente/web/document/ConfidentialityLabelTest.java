package org.entente.web.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.product.Issue;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ConfidentialityLabelTest {
    private static final String NAMESPACE = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";
    private static final Level LEVEL = new Level("R-UE/EU-R", "RESTREINT UE/EU RESTRICTED", true, "EU", 0);
    private static final Marking EVERYTHING = new Marking(
            LEVEL,
            List.of("EU", "AU"),
            List.of("FRA", "UN"),
            Set.of(Control.values()),
            List.of("EU", "AU", "UN"),
            List.of("C-JMAC", "O'Neill & <Sons>"),
            List.of("EUTM", "MINUSMA"),
            List.of("MLI"),
            Set.of(Handling.values()),
            LocalDate.of(2013, 9, 10),
            LocalDate.of(2014, 1, 1));

    @Test
    void everySegmentOfTheGrammarIsInTheLabel() throws Exception {
        Document label = label(EVERYTHING, true);
        assertEquals(
                "originatorConfidentialityLabel", label.getDocumentElement().getLocalName());
        assertEquals(List.of("EU"), texts(label, "PolicyIdentifier"));
        assertEquals(List.of("RESTREINT UE/EU RESTRICTED"), texts(label, "Classification"));
        assertEquals(List.of("EXERCISE - " + EVERYTHING.canonical()), texts(label, "PrivacyMark"));
        assertEquals(List.of("urn:entente:organisation:EU,AU"), texts(label, "OriginatorID"));
        assertEquals(List.of("2013-07-01T09:00:00Z"), texts(label, "CreationDateTime"));
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("INFORMATIVE Joint Originators", List.of("EU", "AU"));
        expected.put("RESTRICTIVE Contains Information Of", List.of("FRA", "UN"));
        expected.put("RESTRICTIVE Administrative", List.of("ORCON", "SOURCE", "PII"));
        expected.put("PERMISSIVE Releasable To", List.of("EU", "AU", "UN"));
        expected.put("PERMISSIVE Eyes Only", List.of("C-JMAC", "O'Neill & <Sons>"));
        expected.put("PERMISSIVE Mission", List.of("EUTM", "MINUSMA"));
        expected.put("RESTRICTIVE Not Releasable To", List.of("MLI"));
        expected.put("RESTRICTIVE Handling", List.of("NO PRINT", "NO FORWARD", "NO EXTRACT", "ACK REQUIRED"));
        expected.put("RESTRICTIVE Embargo Until", List.of("2013-09-10"));
        expected.put("RESTRICTIVE Expires", List.of("2014-01-01"));
        assertEquals(expected, categories(label));
    }

    @Test
    void aLevelAloneHasNoCategory() throws Exception {
        Marking bare = new Marking(
                LEVEL, List.of(), List.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), null,
                null);
        Document label = label(bare, false);
        assertEquals(Map.of(), categories(label));
        assertEquals(List.of("urn:entente:organisation:EU"), texts(label, "OriginatorID"));
        assertEquals(List.of(LEVEL.mark()), texts(label, "PrivacyMark"));
    }

    private static Document label(Marking marking, boolean exercise) throws Exception {
        byte[] xml = ConfidentialityLabel.of(
                new Issue.Label("EU-1", "EU", marking, Instant.parse("2013-07-01T09:00:00Z")), exercise);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static Map<String, List<String>> categories(Document label) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        NodeList categories = label.getElementsByTagNameNS(NAMESPACE, "Category");
        for (int i = 0; i < categories.getLength(); i++) {
            Element category = (Element) categories.item(i);
            all.put(
                    category.getAttribute("Type") + " " + category.getAttribute("TagName"),
                    texts(category.getElementsByTagNameNS(NAMESPACE, "GenericValue")));
        }
        return all;
    }

    private static List<String> texts(Document label, String name) {
        return texts(label.getElementsByTagNameNS(NAMESPACE, name));
    }

    private static List<String> texts(NodeList nodes) {
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
