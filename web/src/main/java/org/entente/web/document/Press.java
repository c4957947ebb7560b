package org.entente.web.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.gate.Refused;
import org.entente.handover.Report;
import org.entente.handover.Reports;
import org.entente.product.CopyKind;
import org.entente.product.Documents;
import org.entente.product.Issue;
import org.entente.product.Purpose;
import org.entente.world.Unreachable;
import org.jspecify.annotations.Nullable;

/** Makes the file that was asked for, once the boundary has given out what goes into it. */
@ApplicationScoped
public class Press {
    private static final Set<String> LANGUAGES = Set.of("en", "fr");
    /** A long document is a minute's work; however many are asked for, most threads stay free for reading. */
    private static final int MOST_AT_ONCE = 4;

    private static final long PATIENCE_SECONDS = 20;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

    @Inject
    private Documents documents;

    @Inject
    private Reports reports;

    @Inject
    @ConfigProperty(name = "entente.exercise", defaultValue = "false")
    private boolean exercise;

    /** A document of this product; without a language, in the one that its reader works in. */
    public Sheet take(String number, @Nullable String format, @Nullable String language, @Nullable String stated) {
        Form form = Form.of(format);
        Purpose purpose = Purpose.of(stated);
        return inPlace(language, () -> made(number, form, language, purpose));
    }

    /** The report of a handover, as PDF or as one HTML file; without a language, in the one that its reader works in. */
    public Sheet.Printed report(String number, @Nullable String format, @Nullable String language) {
        Form form = Form.of(format);
        if (form == Form.LABEL) {
            throw Refused.malformed("malformed", "format", "SYNTAX", "'format' is pdf or html.");
        }
        return inPlace(language, () -> {
            Report report = reports.of(number);
            ReportPaper paper = new ReportPaper(
                    report,
                    Phrases.in(Locale.forLanguageTag(
                            language == null ? report.made().language() : language)),
                    exercise);
            return new Sheet.Printed(
                    form == Form.PDF ? PdfFile.of(paper) : HtmlFile.of(paper),
                    form.mediaType,
                    name(number, "report", form));
        });
    }

    private <T extends Sheet> T inPlace(@Nullable String language, Supplier<T> work) {
        if (language != null && !LANGUAGES.contains(language)) {
            throw Refused.malformed("malformed", "language", "SYNTAX", "'language' is en or fr.");
        }
        if (!placed()) {
            throw new Unreachable(new TimeoutException("too many documents are being made"));
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean placed() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Sheet made(String number, Form form, @Nullable String language, @Nullable Purpose purpose) {
        Issue issue = switch (form) {
            case PDF -> documents.copy(number, CopyKind.PDF, purpose);
            case HTML -> documents.copy(number, CopyKind.HTML, purpose);
            case LABEL -> documents.label(number);
        };
        return switch (issue) {
            case Issue.Kept kept -> new Sheet.Kept(kept.why());
            case Issue.Label label ->
                new Sheet.Printed(
                        ConfidentialityLabel.of(label, exercise), form.mediaType, name(number, "label", form));
            case Issue.Copy copy ->
                new Sheet.Printed(
                        print(copy, language == null ? copy.language() : language),
                        form.mediaType,
                        name(number, "copy-" + copy.number(), form));
        };
    }

    private byte[] print(Issue.Copy copy, String language) {
        Template template = new Template(copy, Phrases.in(Locale.forLanguageTag(language)), exercise);
        return switch (copy.kind()) {
            case PDF -> PdfFile.of(template);
            case RELEASE -> throw new IllegalArgumentException("a copy by release is not rendered");
            case HTML -> HtmlFile.of(template);
        };
    }

    private static String name(String number, String what, Form form) {
        return number.replaceAll("[^A-Za-z0-9-]", "_") + "-" + what + "." + form.ending;
    }
}
