package org.entente.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The way out: one SMTP server, as configured, or none. Encrypted unless it is said that it need not be. */
@ApplicationScoped
class Smtp {
    private static final String PATIENCE_MS = "10000";
    /** A server's answer that says no: what follows it was certainly not taken. */
    private static final Pattern NO = Pattern.compile("(?s)\\s*[45]\\d\\d[ -].*");

    private static final Pattern NO_FOR_GOOD = Pattern.compile("(?s)\\s*5\\d\\d[ -].*");

    @Inject
    @ConfigProperty(name = "entente.mail.host", defaultValue = "")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "entente.mail.port", defaultValue = "25")
    private int port;

    @Inject
    @ConfigProperty(name = "entente.mail.from", defaultValue = "")
    private Optional<String> from;

    @Inject
    @ConfigProperty(name = "entente.mail.tls", defaultValue = "STARTTLS")
    private Tls tls;

    @Inject
    @ConfigProperty(name = "entente.mail.user", defaultValue = "")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "entente.mail.password", defaultValue = "")
    private Optional<String> password;

    boolean configured() {
        return host.filter(h -> !h.isBlank()).isPresent()
                && from.filter(Letter::isAddress).isPresent();
    }

    /** Throws where nobody answers. */
    Line open() throws MessagingException {
        Session session = Session.getInstance(properties());
        Transport transport = session.getTransport(tls == Tls.IMPLICIT ? "smtps" : "smtp");
        transport.connect(host.orElse(""), port, user.filter(u -> !u.isBlank()).orElse(null), password.orElse(null));
        return new Line(session, transport, from.orElse(""));
    }

    private Properties properties() {
        Properties p = new Properties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            p.setProperty(protocol + "connectiontimeout", PATIENCE_MS);
            p.setProperty(protocol + "timeout", PATIENCE_MS);
            p.setProperty(protocol + "writetimeout", PATIENCE_MS);
            p.setProperty(protocol + "ssl.checkserveridentity", "true");
            p.setProperty(
                    protocol + "auth",
                    Boolean.toString(user.filter(u -> !u.isBlank()).isPresent()));
            // no more about this machine than its greeting needs
            p.setProperty(protocol + "localhost", "entente");
        }
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        p.setProperty("mail.mime.address.strict", "true");
        return p;
    }

    /** An open connection. */
    static final class Line implements AutoCloseable {
        private final Session session;
        private final Transport transport;
        private final String from;

        private Line(Session session, Transport transport, String from) {
            this.session = session;
            this.transport = transport;
            this.from = from;
        }

        boolean isOpen() {
            return transport.isConnected();
        }

        /** Hands it over; says what is certain about it. */
        Attempt send(Letter letter) {
            MimeMessage message;
            try {
                message = message(letter);
            } catch (MessagingException e) {
                return new Attempt(Delivery.REFUSED, said(e));
            }
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return new Attempt(Delivery.TAKEN, "");
            } catch (SendFailedException e) {
                return new Attempt(refusal(e), said(e));
            } catch (MessagingException e) {
                return new Attempt(Delivery.UNKNOWN, said(e));
            }
        }

        private static Delivery refusal(SendFailedException e) {
            Exception at = e;
            boolean no = false;
            while (at != null) {
                String said = said(at);
                if (NO_FOR_GOOD.matcher(said).matches()) {
                    return Delivery.REFUSED;
                }
                no |= NO.matcher(said).matches();
                at = at instanceof MessagingException m ? m.getNextException() : null;
            }
            return no ? Delivery.LATER : Delivery.UNKNOWN;
        }

        private MimeMessage message(Letter letter) throws MessagingException {
            MimeMessage message = new MimeMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    // the same at every attempt, so that a server that has it already can tell
                    setHeader("Message-ID", "<" + letter.id() + from.substring(from.indexOf('@')) + ">");
                }
            };
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(Instant.now()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", letter.language().getLanguage());
            message.setText(letter.body(), StandardCharsets.UTF_8.name());
            return message;
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // it is gone, which is what was wanted
            }
        }
    }

    /** What came of an attempt, and what was said about it. */
    record Attempt(Delivery delivery, String said) {}

    static String said(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
