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
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    @Inject
    @ConfigProperty(name = "entente.mail.longest-pause", defaultValue = "PT1M")
    private Duration longestPause;

    private Duration pause = FIRST_PAUSE;
    private Instant next = Instant.MIN;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
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
            next = Instant.now().plus(shorter(pause, longestPause));
            pause = shorter(pause.multipliedBy(2), longestPause);
        }
    }

    private void deliver(Smtp.Line line) {
        List<String> claimed = mails.collect();
        // what one claim leaves lying does not wait for the next tick
        while (!claimed.isEmpty()) {
            claimed.forEach(mail -> deliver(line, mail));
            claimed = line.isOpen() && outbox.due(worlds.moment().now()) ? mails.collect() : List.of();
        }
    }

    private void deliver(Smtp.Line line, String mail) {
        if (!line.isOpen()) {
            mails.settle(mail, Delivery.UNTRIED, "");
            return;
        }
        Letter letter = mails.write(mail);
        Smtp.Attempt attempt = letter == null ? new Smtp.Attempt(Delivery.NOTHING, "") : line.send(letter);
        mails.settle(mail, attempt.delivery(), attempt.said());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
