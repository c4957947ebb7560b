package org.entente.web.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;

/** The copy as pages, with its fonts inside; nothing is fetched from anywhere while it is made. */
final class PdfFile {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu Sans";
    /** What fits on a line of the banner, on the safe side for capital letters; and, in the small print of long ones. */
    private static final int LINE = 70;

    private static final int SMALL_LINE = 120;
    private static final int MOST_LINES = 8;

    static {
        // it would log what it cannot draw, which may be content
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.OFF));
    }

    private PdfFile() {}

    static byte[] of(Paper paper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> font("DejaVuSans.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Entente");
        builder.usePdfUaAccessibility(true);
        builder.withW3cDocument(paper.tree(style(paper.banner())), null);
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The margins grow with the banner, which may name many and is never cut. */
    private static String style(String banner) {
        boolean small = banner.length() > LINE * MOST_LINES;
        double high = small ? 2.3 * (banner.length() / SMALL_LINE + 1) : 3.9 * (banner.length() / LINE + 1);
        return StyleSheet.named("paged.css")
                + "@page { margin-top: " + (16 + high) + "mm; margin-bottom: " + (22 + high) + "mm }\n"
                + (small ? ".banner { font-size: 5pt }\n" : "");
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(PdfFile.class.getResourceAsStream(FONTS + file), file);
    }
}
