package org.entente.web.shell;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A body that two readers could take for different things is taken by none: no name twice in an object, nothing after
 * its end, no bytes that are not UTF-8, no text for a yes or no. A marking that is given twice must not depend on which of the two is looked at.
 */
@Provider
public class StrictJson implements ReaderInterceptor {
    private static final JsonReaderFactory STRICT =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            byte[] body = context.getInputStream().readAllBytes();
            if (body.length > 0) {
                JsonShape.check(checked(body), context.getGenericType());
            }
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    private static JsonValue checked(byte[] body) {
        JsonValue value;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            try (JsonReader reader = STRICT.createReader(new StringReader(text))) {
                value = reader.readValue();
            }
            try (JsonParser parser = Json.createParser(new StringReader(text))) {
                switch (parser.next()) {
                    case START_OBJECT -> parser.skipObject();
                    case START_ARRAY -> parser.skipArray();
                    default -> {
                        // a single word is read whole
                    }
                }
                // looks for the end of the text, and throws where there is more
                parser.hasNext();
            }
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) {
            // nested too deeply, which the reader does not call a JSON error
            throw new JsonException("not read", e);
        } catch (CharacterCodingException e) {
            throw new JsonException("not UTF-8", e);
        }
        return value;
    }
}
