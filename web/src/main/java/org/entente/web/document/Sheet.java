package org.entente.web.document;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.entente.product.Reading;

/** What is handed over the counter: a file, or the reason why there is none. */
public sealed interface Sheet {
    /** A file under a name that every file system takes. */
    record Printed(byte[] bytes, String mediaType, String fileName) implements Sheet {
        public String disposition() {
            return "attachment; filename=\"" + fileName + "\"";
        }

        public Response file() {
            return Response.ok(bytes, mediaType)
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition())
                    .build();
        }
    }

    record Kept(Reading why) implements Sheet {}
}
