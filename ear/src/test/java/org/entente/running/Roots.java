package org.entente.running;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** What a product's words are bound to, by the definition in docs/spec/content.md and from what is stored. */
public final class Roots {
    private Roots() {}

    private interface Fields {
        void to(DataOutputStream out) throws IOException;
    }

    /** Of the newest version, in hexadecimal. */
    public static String of(String number) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        ByteArrayOutputStream commitments = new ByteArrayOutputStream();
        int version = 0;
        int portions = -1;
        byte[] around = new byte[0];
        try (var c = Tables.as("entente_owner");
                PreparedStatement select = c.prepareStatement("SELECT v.version_no, p.type, v.marking,"
                        + " COALESCE(o.marking, v.title_marking, '') mark, COALESCE(CONCAT(o.reliability, o.credibility), '') grade,"
                        + " c.text, COALESCE(o.citations, '') citations, COALESCE(o.sources, '') sources, c.ordinal, c.salt"
                        + " FROM product p JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                        + " JOIN content c ON c.version_id = v.id LEFT JOIN product_portion o"
                        + " ON o.version_id = v.id AND o.ordinal = c.ordinal WHERE p.number = ? ORDER BY c.ordinal")) {
            select.setString(1, number);
            ResultSet row = select.executeQuery();
            DataOutputStream sources = new DataOutputStream(frame);
            while (row.next()) {
                version = row.getInt("version_no");
                byte[] salt = row.getBytes("salt");
                if (row.getInt("ordinal") < 0) {
                    ByteArrayOutputStream begin = new ByteArrayOutputStream();
                    DataOutputStream out = new DataOutputStream(begin);
                    out.write(salt);
                    text(out, row.getString("type"));
                    text(out, row.getString("marking"));
                    around = begin.toByteArray();
                } else {
                    portions++;
                    if (portions > 0) {
                        text(sources, row.getString("sources"));
                    }
                    commitments.writeBytes(hash("entente-portion/1", number, version, out -> {
                        out.writeInt(row(row));
                        out.write(salt);
                        for (String field : new String[] {"mark", "grade", "text", "citations"}) {
                            text(out, column(row, field));
                        }
                    }));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] before = around;
        int many = portions;
        commitments.writeBytes(hash("entente-frame/1", number, version, out -> {
            out.write(before);
            out.writeInt(many);
            out.write(frame.toByteArray());
        }));
        return HexFormat.of().formatHex(hash("entente-content/1", number, version, out -> {
            out.writeInt(many);
            out.write(commitments.toByteArray());
        }));
    }

    private static int row(ResultSet row) {
        try {
            return row.getInt("ordinal");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String column(ResultSet row, String name) {
        try {
            return row.getString(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(String label, String number, int version, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, label);
            text(out, number);
            out.writeInt(version);
            fields.to(out);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
