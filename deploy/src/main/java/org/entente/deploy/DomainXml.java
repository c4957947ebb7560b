package org.entente.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Payara's configuration file, and our differences from the one that it makes: lines of `xpath => value`. */
final class DomainXml {
    private final Path file;

    DomainXml(Path file) {
        this.file = file;
    }

    void apply(List<String> differences) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Files.readString(file))));
            for (String line : differences) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    change(document, line);
                }
            }
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (IOException
                | ParserConfigurationException
                | SAXException
                | XPathExpressionException
                | TransformerException e) {
            throw new CannotRun("Payara's configuration cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** A line that changes nothing is a line that no longer fits this version: better no start than an open port. */
    private static void change(Document document, String line) throws XPathExpressionException {
        int arrow = line.indexOf(" => ");
        String path = line.substring(0, arrow).strip();
        String value = line.substring(arrow + 4).strip();
        int attribute = path.lastIndexOf("/@");
        String where = attribute < 0 ? path : path.substring(0, attribute);
        NodeList nodes = find(document, where);
        if (nodes.getLength() == 0) {
            throw new CannotRun("Payara's configuration has no " + where + ".");
        }
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (attribute >= 0) {
                ((Element) node).setAttribute(path.substring(attribute + 2), value);
            } else if (value.equals("(gone)")) {
                node.getParentNode().removeChild(node);
            } else {
                node.setTextContent(value);
            }
        }
    }

    private static NodeList find(Document document, String where) throws XPathExpressionException {
        int plus = where.lastIndexOf("/+");
        String path = where.replace("/+", "/");
        if (plus >= 0 && select(document, path).getLength() == 0) {
            NodeList parents = select(document, where.substring(0, plus));
            for (int i = 0; i < parents.getLength(); i++) {
                parents.item(i).appendChild(document.createElement(where.substring(plus + 2)));
            }
        }
        return select(document, path);
    }

    private static NodeList select(Document document, String path) throws XPathExpressionException {
        return (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    }
}
