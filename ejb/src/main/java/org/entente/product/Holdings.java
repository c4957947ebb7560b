package org.entente.product;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.world.Sql;

/** What an organisation holds for a mission: its own, what was handed to it, and its working papers. Shows no words. */
@ApplicationScoped
public class Holdings {
    private static final int AT_ONCE = 200;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private Shelf shelf;

    @Inject
    private Content content;

    /** Something held. */
    public record Holding(
            long productId,
            String number,
            Kind kind,
            int version,
            byte[] contentHash,
            String originator,
            String marking) {}

    /** How it came to be held. */
    public enum Kind {
        OWN,
        RECEIVED,
        DRAFT
    }

    private static final String COLUMNS = "SELECT p.id, p.number, p.originator, p.state, v.version_no, v.content_hash,"
            + " v.marking FROM product p JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no";

    public List<Holding> of(String organisation, String mission, Instant now) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        COLUMNS
                                + " WHERE p.state <> 'WITHDRAWN' AND COALESCE(p.published, p.filed_at) <= ? AND ((p.mission = ? AND (p.originator = ? OR EXISTS"
                                + " (SELECT 1 FROM dissemination d WHERE d.product_id = p.id AND d.receiver = ?"
                                + " AND d.valid_from <= ? AND (d.valid_to IS NULL OR d.valid_to > ?))))"
                                // what came into its custody by an earlier handover
                                + " OR EXISTS (SELECT 1 FROM custody k JOIN handover_plan h ON h.id = k.plan"
                                + " WHERE k.product_id = p.id AND k.to_org = ? AND h.to_mission = ? AND k.kind = 'TRANSFER'"
                                + " AND k.ordinal = (SELECT MAX(l.ordinal) FROM custody l WHERE l.product_id = p.id"
                                + " AND l.kind = 'TRANSFER'))) ORDER BY p.id",
                        r -> holding(r, organisation),
                        now,
                        mission,
                        organisation,
                        organisation,
                        now,
                        now,
                        organisation,
                        mission));
    }

    private static Holding holding(ResultSet r, String organisation) throws SQLException {
        boolean own = r.getString("originator").equals(organisation);
        boolean published = r.getString("state").equals("PUBLISHED");
        return new Holding(
                r.getLong("id"),
                r.getString("number"),
                own ? published ? Kind.OWN : Kind.DRAFT : Kind.RECEIVED,
                r.getInt("version_no"),
                r.getBytes("content_hash"),
                r.getString("originator"),
                r.getString("marking"));
    }

    /** A version whose words are to be checked again, and the root that was signed for. */
    public record Sealed(long productId, String number, int version, byte[] contentHash) {}

    /** Those whose words are not what the sealed root stands for (HND-05). */
    public List<String> broken(List<Sealed> sealed) {
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i += AT_ONCE) {
            List<Sealed> some = sealed.subList(i, Math.min(sealed.size(), i + AT_ONCE));
            List<Long> products = some.stream().map(Sealed::productId).toList();
            Map<Long, ProductType> types = shelf.types(products);
            Set<List<Long>> wanted = some.stream()
                    .map(s -> List.of(s.productId(), (long) s.version()))
                    .collect(Collectors.toSet());
            Map<List<Long>, Version> versions = shelf.versions(products).stream()
                    .filter(v -> wanted.contains(List.of(v.productId(), (long) v.number())))
                    .collect(Collectors.toMap(v -> List.of(v.productId(), (long) v.number()), v -> v));
            Set<Long> differing = content.differing(
                    some.stream().flatMap(s -> bound(s, versions, types)).toList());
            for (Sealed one : some) {
                Version version = versions.get(List.of(one.productId(), (long) one.version()));
                if (version == null
                        || !version.contentHash().equals(HexFormat.of().formatHex(one.contentHash()))
                        || differing.contains(version.id())) {
                    broken.add(one.number());
                }
            }
        }
        return broken;
    }

    private static Stream<Bound> bound(Sealed one, Map<List<Long>, Version> versions, Map<Long, ProductType> types) {
        Version version = versions.get(List.of(one.productId(), (long) one.version()));
        ProductType type = types.get(one.productId());
        return version == null || type == null ? Stream.empty() : version.bound(one.number(), type, false).stream();
    }
}
