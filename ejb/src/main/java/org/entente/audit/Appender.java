package org.entente.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.entente.log.Leaf;

/**
 * Records reads and denials, which have no transaction of their own to ride on. Callers that arrive together share one commit;
 * each is answered when its event is durable. The one place that opens a transaction by itself.
 */
@ApplicationScoped
public class Appender {
    private static final int MOST_AT_ONCE = 1024;
    private static final long PATIENCE_SECONDS = 15;

    /** While one batch is being made durable the next is being written. */
    private static final int FLUSHERS = 2;

    @Resource(lookup = "java:app/jdbc/record")
    DataSource database;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ManagedThreadFactory threads;

    @Inject
    GroundStore grounds;

    @Inject
    private Publication publication;

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(65_536);
    private volatile boolean open = true;

    private record Waiting(Entry entry, CompletableFuture<Ticket> durable) {}

    @PostConstruct
    void start() {
        for (int i = 0; i < FLUSHERS; i++) {
            threads.newThread(this::flush).start();
        }
    }

    @PreDestroy
    void stop() {
        open = false;
    }

    /**
     * Answers when the event is durable, and in mode W cosigned; {@link RecordFailed} if it could not be made so, {@link
     * NotCosigned} if it is durable and waits for its cosignatures still.
     */
    public Ticket append(Event event) {
        try {
            grounds.keep(event);
            Ticket ticket = durable(event);
            if (event.mode() == Leaf.Mode.W) {
                publication.await(event.id());
            }
            return ticket;
        } catch (SQLException e) {
            throw new RecordFailed(e);
        }
    }

    private Ticket durable(Event event) {
        CompletableFuture<Ticket> durable = new CompletableFuture<>();
        if (!queue.offer(new Waiting(Entry.of(event), durable))) {
            throw new RecordFailed(new IllegalStateException("too many events wait to be recorded"));
        }
        try {
            return durable.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordFailed(e);
        } catch (java.util.concurrent.ExecutionException | CompletionException | TimeoutException e) {
            throw new RecordFailed(e);
        }
    }

    private void flush() {
        List<Waiting> batch = new ArrayList<>(MOST_AT_ONCE);
        while (open) {
            try {
                Waiting first = queue.poll(1, TimeUnit.SECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                commit(batch);
                batch.forEach(w -> w.durable.complete(
                        new Ticket(w.entry.event().id(), w.entry.event().opened())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                open = false;
            } catch (SQLException | RuntimeException e) {
                batch.forEach(w -> w.durable.completeExceptionally(e));
            }
            batch.clear();
        }
    }

    private void commit(List<Waiting> batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Entry.write(connection, batch.stream().map(Waiting::entry).toList());
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
