package org.entente.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.gate.Action;
import org.entente.gate.Objection;
import org.entente.product.AcquisitionMethod;
import org.entente.product.Confidence;
import org.entente.product.Damage;
import org.entente.product.Likelihood;
import org.entente.product.ProductType;
import org.entente.waiting.Matter;
import org.jspecify.annotations.Nullable;

/** Puts times, codes and objections into the words of the page's language. */
@Named
@RequestScoped
public class Words {
    static final String BUNDLE = "org.entente.web.messages";
    private static final Pattern PORTION = Pattern.compile("portions\\[([0-9]+)](?:\\.(.*))?");
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FR =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.FRENCH).withZone(ZoneOffset.UTC);

    public String time(@Nullable Instant instant) {
        return instant == null ? "" : (french() ? FR : EN).format(instant);
    }

    /** A length of time in days, hours and minutes. */
    public String span(@Nullable Long minutes) {
        if (minutes == null) {
            return bundle().getString("span.none");
        }
        long days = minutes / 1440;
        return (days == 0 ? "" : days + "\u00a0" + bundle().getString("span.days") + " ")
                + (minutes % 1440) / 60 + "\u00a0h "
                + minutes % 60 + "\u00a0min";
    }

    public List<ProductType> getTypes() {
        return List.of(ProductType.values());
    }

    public List<Damage> getDamages() {
        return List.of(Damage.values());
    }

    public List<Likelihood> getLikelihoods() {
        return List.of(Likelihood.values());
    }

    public List<AcquisitionMethod> getMethods() {
        return List.of(AcquisitionMethod.values());
    }

    public List<Confidence> getConfidences() {
        return List.of(Confidence.values());
    }

    public List<Action> getActions() {
        return List.of(Action.values());
    }

    public List<String> getReliabilities() {
        return List.of("A", "B", "C", "D", "E", "F");
    }

    public List<String> getCredibilities() {
        return List.of("1", "2", "3", "4", "5", "6");
    }

    /**
     * The boundaries object in English; where the bundle knows the rule, French gets it in French, in the words for this field
     * where the rule has several.
     */
    public String objection(Objection objection) {
        String key = "rule." + objection.rule();
        String field = key + "." + objection.field().replaceAll("\\[[0-9]+]", "[]");
        String words = french() ? known(field, known(key, objection.message())) : objection.message();
        return words + " [" + objection.rule() + "]";
    }

    /**
     * What stands in the way of a release. The boundaries name the offender before the sentence; French keeps the name and
     * says the sentence in French.
     */
    public String hindrance(Objection objection) {
        int colon = objection.message().indexOf(": ");
        String sentence = french() ? known("hindrance." + objection.rule(), "") : "";
        return sentence.isEmpty() || colon < 0
                ? objection(objection)
                : objection.message().substring(0, colon).replace(" for ", " pour ") + "\u00a0: " + sentence + " ["
                        + objection.rule() + "]";
    }

    /** What happens to a matter that nobody takes up. */
    public String idle(Matter matter) {
        String key = "matter." + matter.kind() + ".idle";
        return MessageFormat.format(
                known(matter.overdue() ? key + ".late" : key, bundle().getString(key)), time(matter.due()));
    }

    /** Why a recipient or a release ended, as far as it is a code. */
    public String ended(@Nullable String why) {
        if (why == null) {
            return "";
        }
        String[] code = why.split(" ", 3);
        return switch (code[0]) {
            case "CAV-13" ->
                code.length < 3
                        ? bundle().getString("ended.CAV-13")
                        : code[1] + bundle().getString("colon") + " " + known("consentState." + code[2], code[2])
                                + " [CAV-13]";
            case "AUD-11" -> bundle().getString("ended.AUD-11") + " [AUD-11]";
            case "PKI-11" -> bundle().getString("ended.PKI-11") + (code.length > 1 ? " " + code[1] : "") + " [PKI-11]";
            default -> known("stage." + why, why);
        };
    }

    /** A code of some kind in words, where there are any; else as it is. */
    public String code(String kind, String code) {
        return known(kind + "." + code, code);
    }

    /** A step of a handover's template; one of somebody's own as it was written. */
    public String step(String text, int days) {
        String key = "handoverStep." + text.replaceAll("[^A-Za-z].*", "") + "." + days;
        return known(key, text);
    }

    /** Roles in words. */
    public String roles(List<String> roles) {
        return roles.stream().map(r -> known("role." + r, r)).collect(Collectors.joining(", "));
    }

    /** A field as the page labels it, for the name that objections give it. */
    public String field(String field) {
        Matcher portion = PORTION.matcher(field);
        if (!portion.matches()) {
            return known("field." + field, field);
        }
        String place = bundle().getString("draft.portion") + " " + (Integer.parseInt(portion.group(1)) + 1);
        String within = portion.group(2);
        return within == null ? place : place + ", " + known("field." + within, within);
    }

    /** Codes of the record, in words where there are any. */
    public String reasons(List<String> codes) {
        return codes.stream()
                .map(c -> known("reason." + c, known("problem." + c, known("rule." + c, c))))
                .distinct()
                .collect(Collectors.joining(bundle().getString("semicolon") + " "));
    }

    /** The same of somebody else. */
    public String theirReasons(List<String> codes) {
        return codes.stream()
                .map(c -> known("theirs." + c, known("reason." + c, c)))
                .distinct()
                .collect(Collectors.joining(bundle().getString("semicolon") + " "));
    }

    public String list(List<String> items) {
        return String.join(", ", items);
    }

    private static String known(String key, String otherwise) {
        return bundle().containsKey(key) ? bundle().getString(key) : otherwise;
    }

    /** The field and what is objected to in it. */
    public String about(Objection objection) {
        return field(objection.field()) + bundle().getString("colon") + " " + objection(objection);
    }

    public String problem(Problem problem) {
        return known("problem." + problem.slug(), problem.title());
    }

    private static boolean french() {
        return locale().getLanguage().equals("fr");
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, locale(), Words.class.getClassLoader());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
