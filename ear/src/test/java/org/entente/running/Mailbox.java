package org.entente.running;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real mail server on the port that the platform under test sends to; up while a test wants it. */
public final class Mailbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ITEMS = Pattern.compile("(\\d+) (?:items?|éléments?)");
    private final GreenMail server;

    private Mailbox() {
        server =
                new GreenMail(new ServerSetup(Platform.running().port("mail"), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    public static Mailbox open() {
        return new Mailbox();
    }

    /** In the server's place, somebody whose line a test cuts as soon as it is called. */
    public static ServerSocket hangsUp() throws IOException {
        ServerSocket socket = new ServerSocket(Platform.running().port("mail"), 0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
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
        Patience.until(PATIENCE, "mails to " + address, () -> to(address).size() >= count);
        return to(address).size();
    }

    /** How many things this person was told of, in all mails together. */
    public int told(String address) {
        return to(address).stream().mapToInt(Mailbox::items).sum();
    }

    /**
     * Until nothing lies ready to go any more: what has not come by now does not come. What has no mail yet is looked at before the
     * mails: on its way from the one to the other it is seen twice rather than not at all.
     */
    public void settle() {
        Patience.until(PATIENCE, "mails have gone", () -> unmailed() == 0 && onTheirWay() == 0);
    }

    /** What others left behind goes nowhere any more, so that what comes from here on is the doing of whoever opened this. */
    public Mailbox emptied() {
        Tables.change("UPDATE notice SET mail = '-' WHERE mail IS NULL");
        Tables.change("UPDATE notice_mail SET state = 'EMPTY' WHERE state = 'WAITING'");
        Patience.until(PATIENCE, "what was being sent is sent", () -> onTheirWay() == 0);
        forget();
        return this;
    }

    private static long onTheirWay() {
        return Tables.number("SELECT COUNT(*) FROM notice_mail WHERE state IN ('WAITING', 'SENDING')");
    }

    private static long unmailed() {
        return Tables.number("SELECT COUNT(*) FROM notice n JOIN person p ON p.code = n.person LEFT JOIN"
                + " notice_preference f ON f.person = n.person WHERE n.mail IS NULL AND n.seen_at IS NULL"
                + " AND p.mail IS NOT NULL AND COALESCE(f.mail, 'AT_ONCE') = 'AT_ONCE'");
    }

    private static int items(MimeMessage message) {
        try {
            Matcher count = ITEMS.matcher(message.getSubject());
            if (!count.find()) {
                throw new IllegalStateException(message.getSubject());
            }
            return Integer.parseInt(count.group(1));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
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

    @Override
    public void close() {
        server.stop();
    }
}
