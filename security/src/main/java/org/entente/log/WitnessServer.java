package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A witness on the network: few threads, small bodies, one path. Whoever wants TLS puts it in front. */
public final class WitnessServer implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 64;

    private final Witness witness;
    private final HttpServer server;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            new ThreadPoolExecutor.CallerRunsPolicy());

    private WitnessServer(Witness witness, HttpServer server) {
        this.witness = witness;
        this.server = server;
    }

    public static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
        WitnessServer started = new WitnessServer(witness, HttpServer.create(address, WAITING));
        started.server.createContext("/", started::answer);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Answers what it has begun to answer, then closes the witness. */
    @Override
    public void close() throws IOException {
        server.stop(1);
        threads.shutdown();
        witness.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Witness.Answer answer = answered(exchange);
            String type = answer.status() == 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8";
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private Witness.Answer answered(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
            return new Witness.Answer(404, "there is only /add-checkpoint\n");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return new Witness.Answer(405, "checkpoints are posted\n");
        }
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(AddCheckpoint.MAX_BYTES + 1);
        }
        if (body.length > AddCheckpoint.MAX_BYTES) {
            return new Witness.Answer(400, "the body is too large\n");
        }
        try {
            return witness.addCheckpoint(body);
        } catch (IOException diskFailed) {
            return new Witness.Answer(500, "this witness cannot remember, so it does not sign\n");
        }
    }
}
