package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.entente.log.LogError;
import org.entente.log.LogFiles;

/** Where a log's files are: a folder, or the address of a server. */
final class LogAddress {
    private static final int MAX_BYTES = 1 << 24;

    private LogAddress() {}

    static LogFiles of(String where) throws LogError {
        return where.startsWith("http://") || where.startsWith("https://")
                ? served(where.endsWith("/") ? where : where + "/")
                : LogFiles.in(Path.of(where));
    }

    private static LogFiles served(String prefix) throws LogError {
        try {
            if (new URI(prefix).getHost() == null) {
                throw new LogError("there is no host in " + prefix);
            }
        } catch (URISyntaxException noAddress) {
            throw new LogError("this is no address: " + prefix);
        }
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        return name -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + name))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<InputStream> response;
            try {
                response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while waiting for " + name, stopped);
            }
            try (InputStream in = response.body()) {
                if (response.statusCode() == 404) {
                    return null;
                }
                byte[] bytes = in.readNBytes(MAX_BYTES + 1);
                if (response.statusCode() != 200 || bytes.length > MAX_BYTES) {
                    throw new IOException("the log answers " + response.statusCode() + " for " + name);
                }
                return bytes;
            }
        };
    }
}
