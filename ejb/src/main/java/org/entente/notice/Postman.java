package org.entente.notice;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.mail.MessagingException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.entente.gate.Caller;
import org.entente.gate.Tireless;
import org.entente.world.Worlds;

/**
 * Carries mails to the server, outside of every operation: nothing that people do waits for it or fails with it. While the
 * server does not answer nothing is claimed and nothing is recorded; it is asked again, ever more rarely.
 */
@Singleton
@Interceptors(Tireless.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Postman {
    private static final System.Logger LOG = System.getLogger(Postman.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(4);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Inject
    private Caller caller;

    @Inject
    private Worlds worlds;

    @Inject
    private Outbox outbox;

    @Inject
    private Mails mails;

    @Inject
    private Smtp smtp;

    private Duration pause = FIRST_PAUSE;
    private Instant next = Instant.MIN;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        if (!smtp.configured()
                || Instant.now().isBefore(next)
                || !outbox.due(worlds.moment().now())) {
            return;
        }
        try (Smtp.Line line = smtp.open()) {
            pause = FIRST_PAUSE;
            caller.isPlatform("postman");
            deliver(line);
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "the mail server does not answer: {0}", Smtp.said(e));
            next = Instant.now().plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void deliver(Smtp.Line line) {
        Deque<String> claimed = new ArrayDeque<>(mails.collect());
        while (!claimed.isEmpty()) {
            String mail = claimed.removeFirst();
            if (!line.isOpen()) {
                mails.settle(mail, Delivery.UNTRIED, "");
                continue;
            }
            Letter letter = mails.write(mail);
            Smtp.Attempt attempt = letter == null ? new Smtp.Attempt(Delivery.NOTHING, "") : line.send(letter);
            mails.settle(mail, attempt.delivery(), attempt.said());
        }
    }
}
