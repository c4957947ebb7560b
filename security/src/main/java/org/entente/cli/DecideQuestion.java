package org.entente.cli;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.entente.access.AccessPolicy;
import org.entente.access.Decision;
import org.entente.access.ProductFacts;
import org.entente.access.Reason;
import org.entente.access.WorldFile;
import org.entente.identity.Hat;
import org.entente.json.JsonFields;
import org.entente.json.JsonLine;
import org.entente.json.JsonText;

/** {@code {"id", "hat", "product", "at"}}: may this hat read this product then? */
final class DecideQuestion implements Question {
    private final WorldFile.Loaded file;
    private final AccessPolicy policy;
    private final Map<String, Hat> hats = new HashMap<>();
    private final Map<String, ProductFacts> products = new HashMap<>();

    DecideQuestion(WorldFile.Loaded file) {
        this.file = file;
        policy = AccessPolicy.of(file.world());
        file.hats().forEach(hat -> hats.put(hat.id(), hat));
        file.products().forEach(product -> products.put(product.id(), product));
    }

    @Override
    public Answer answer(String line, int number) {
        StringJoiner wrong = new StringJoiner("; ");
        JsonFields fields =
                JsonText.read(new StringReader(line), (at, field, message) -> wrong.add(field + " " + message));
        if (fields == null) {
            return Lines.error("the line " + wrong.toString().strip(), number);
        }
        WorldFile.Case question =
                new WorldFile.Case(fields.text("id"), fields.text("hat"), fields.text("product"), fields.instant("at"));
        fields.done();
        if (wrong.length() > 0) {
            return Lines.error(wrong.toString(), number);
        }
        return answer(question, number);
    }

    Answer answer(WorldFile.Case question, int number) {
        Hat hat = hats.get(question.hat());
        ProductFacts product = products.get(question.product());
        if (hat == null) {
            return Lines.error("hat names the unknown hat " + question.hat(), number);
        }
        if (product == null) {
            return Lines.error("product names the unknown product " + question.product(), number);
        }
        boolean acknowledged = file.acknowledged(hat, product.id(), question.at());
        Decision decision = policy.decide(hat, product, question.at(), acknowledged);
        List<String> reasons = decision.reasons().stream().map(Reason::name).toList();
        String json = new JsonLine()
                .put("case", question.id())
                .put("outcome", decision.outcome().name())
                .put("reasons", reasons)
                .put("withheld", decision.withheld())
                .toString();
        return new Answer(json, false);
    }
}
