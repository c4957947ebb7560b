package org.entente.cli;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.entente.json.JsonFields;
import org.entente.json.JsonLine;
import org.entente.json.JsonText;
import org.entente.log.ConsistencyProof;
import org.entente.log.Hashes;
import org.entente.log.InclusionProof;
import org.entente.log.LogError;

/** A case of {@code merkle-proofs.json} with its {@code kind}: is this proof valid? */
final class ProofQuestion implements Question {
    private enum Kind {
        inclusion,
        consistency
    }

    @Override
    public Answer answer(String line, int number) {
        StringJoiner wrong = new StringJoiner("; ");
        JsonFields fields =
                JsonText.read(new StringReader(line), (at, field, message) -> wrong.add(field + " " + message));
        if (fields == null) {
            return Lines.error("the line " + wrong.toString().strip(), number);
        }
        String name = fields.text("name");
        Function<String, byte[]> bytes = field -> {
            try {
                return Hashes.bytes(fields.rawText(field));
            } catch (LogError notBase64) {
                fields.complain(field, notBase64.sentence());
                return new byte[0];
            }
        };
        boolean valid = fields.oneOf("kind", Kind.class) == Kind.inclusion
                ? new InclusionProof(fields.unsigned("leafIdx"), fields.unsigned("treeSize"), hashes(fields))
                        .proves(bytes.apply("leafHash"), bytes.apply("root"))
                : new ConsistencyProof(fields.unsigned("size1"), fields.unsigned("size2"), hashes(fields))
                        .proves(bytes.apply("root1"), bytes.apply("root2"));
        fields.optionalText("desc");
        fields.optionalFlag("wantErr");
        fields.done();
        return wrong.length() > 0
                ? Lines.error(wrong.toString(), number)
                : new Answer(
                        new JsonLine().put("name", name).put("valid", valid).toString(), false);
    }

    private static List<byte[]> hashes(JsonFields fields) {
        List<byte[]> hashes = new ArrayList<>();
        for (String text : fields.rawTexts("proof")) {
            try {
                hashes.add(Hashes.bytes(text));
            } catch (LogError notBase64) {
                fields.complain("proof", notBase64.sentence());
            }
        }
        return hashes;
    }
}
