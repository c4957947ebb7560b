package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.entente.log.EventTypes;
import org.entente.log.LogError;

/** The file {@code receipts-types.json}: a list of the event types that leave a receipt. */
final class ReceiptTypes {
    private ReceiptTypes() {}

    static Set<Integer> read(Bundle bundle) throws IOException, LogError {
        Set<Integer> types = new TreeSet<>();
        byte[] bytes = bundle.read("receipts-types.json");
        String text = bytes == null ? "[]" : new String(bytes, UTF_8).strip();
        if (!text.matches("\\[\\s*(\\d{1,5}\\s*(,\\s*\\d{1,5}\\s*)*)?\\]")) {
            throw new LogError("receipts-types.json: it is not a list of numbers");
        }
        for (String number : text.substring(1, text.length() - 1).strip().split("[,\\s]+", -1)) {
            if (!number.isEmpty()) {
                int type = Integer.parseInt(number);
                if (!EventTypes.isKnown(type)) {
                    throw new LogError("receipts-types.json: no action has the number " + type);
                }
                types.add(type);
            }
        }
        return types;
    }
}
