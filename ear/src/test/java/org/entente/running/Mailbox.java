package org.entente.running;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A real mail server on the port that the platform under test sends to; up while a test wants it. */
public final class Mailbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final GreenMail server;

    private Mailbox() {
        server =
                new GreenMail(new ServerSetup(Platform.running().port("mail"), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    public static Mailbox open() {
        return new Mailbox();
    }

    /** Everything that came, in its bytes and in its words. */
    public List<String> all() {
        return Arrays.stream(server.getReceivedMessages()).map(Mailbox::whole).toList();
    }

    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(m -> address.equals(receiver(m)))
                .toList();
    }

    public int waitFor(String address, int count) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (to(address).size() < count && Instant.now().isBefore(limit)) {
            pause();
        }
        return to(address).size();
    }

    /** Until nothing lies ready to go any more: what has not come by now does not come. */
    public void settle() {
        Instant limit = Instant.now().plus(PATIENCE);
        int quiet = 0;
        while (quiet < 2 && Instant.now().isBefore(limit)) {
            long left = Tables.number("SELECT COUNT(*) FROM notice_mail WHERE state IN ('WAITING', 'SENDING')")
                    + Tables.number("SELECT COUNT(*) FROM notice n JOIN person p ON p.code = n.person LEFT JOIN"
                            + " notice_preference f ON f.person = n.person WHERE n.mail IS NULL AND n.seen_at IS NULL"
                            + " AND p.mail IS NOT NULL AND COALESCE(f.mail, 'AT_ONCE') = 'AT_ONCE'");
            quiet = left == 0 ? quiet + 1 : 0;
            pause();
        }
        if (quiet < 2) {
            throw new IllegalStateException("mails are still waiting");
        }
    }

    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String words(MimeMessage message) {
        try {
            return message.getSubject() + "\n" + message.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String whole(MimeMessage message) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8) + "\n" + words(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String receiver(MimeMessage message) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
