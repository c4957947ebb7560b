package org.entente.web.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/** The copy as one file for a browser, which needs nothing beside it and runs nothing. */
final class HtmlFile {
    private HtmlFile() {}

    static byte[] of(Paper paper) {
        // a browser that knows margin boxes repeats the banner on every page that it prints
        String banner = StyleSheet.quoted(paper.banner());
        String style = StyleSheet.named("screen.css") + "@page { @top-center { content: " + banner
                + "; font-weight: bold } @bottom-center { content: " + banner
                + "; font-weight: bold } @bottom-right { content: counter(page) \" / \" counter(pages) } }\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("<!DOCTYPE html>\n".getBytes(StandardCharsets.UTF_8));
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.METHOD, "html");
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.setOutputProperty(OutputKeys.INDENT, "no");
            writer.transform(new DOMSource(paper.tree(style)), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree is always written", e);
        }
        return bytes.toByteArray();
    }
}
