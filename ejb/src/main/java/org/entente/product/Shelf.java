package org.entente.product;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.access.Ground;
import org.entente.access.Releases;
import org.entente.marking.Marking;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where products lie: the statements that find and keep them. Decides nothing. */
@ApplicationScoped
class Shelf {
    @PersistenceContext(unitName = "entente")
    private EntityManager entities;

    @Inject
    private Handings handed;

    @Resource(lookup = "java:app/jdbc/entente")
    DataSource database;

    /** A published product's row in a list. */
    record Line(
            long id,
            String number,
            int classId,
            Instant published,
            Bound title,
            @Nullable String titleMarking,
            Releases releases,
            Appearance appearance) {}

    /** A product's place in the index. */
    record Place(
            long id,
            String number,
            int classId,
            @Nullable Instant published,
            ProductState state,
            long version,
            Releases releases,
            Appearance appearance) {}

    @Nullable
    Product find(String number) {
        if (!plain(number)) {
            return null;
        }
        return entities.createQuery("select p from Product p where p.number = :number", Product.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Codes are ASCII, and the database would take trailing spaces for nothing: no other text names anything here. */
    private static boolean plain(String code) {
        return code.matches("[\\x21-\\x7e]{1,40}");
    }

    /** For a change: nobody else changes it until this transaction ends. */
    Product lock(Product product) {
        entities.refresh(product, LockModeType.PESSIMISTIC_WRITE);
        return product;
    }

    Version newest(Product product) {
        return version(product.id(), product.versionNo());
    }

    /** What kinds of products they are. */
    Map<Long, ProductType> types(Collection<Long> products) {
        Map<Long, ProductType> types = new HashMap<>();
        entities.createQuery("select p.id, p.type from Product p where p.id in :products", Object[].class)
                .setParameter("products", products)
                .getResultList()
                .forEach(row -> types.put((Long) row[0], (ProductType) row[1]));
        return types;
    }

    /** All versions of these products with their portions, in one look; they are only read and let go. */
    List<Version> versions(Collection<Long> products) {
        List<Version> all = entities.createQuery(
                        "select distinct v from Version v left join fetch v.portions where v.productId in :products",
                        Version.class)
                .setParameter("products", products)
                .getResultList();
        all.forEach(entities::detach);
        return all;
    }

    /** These versions with their portions, by their ids; they are only read and let go. */
    List<Version> versionsById(Collection<Long> ids) {
        List<Version> all = ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select distinct v from Version v left join fetch v.portions where v.id in :ids",
                                Version.class)
                        .setParameter("ids", ids)
                        .getResultList();
        all.forEach(entities::detach);
        return all;
    }

    Version version(long product, int number) {
        return entities.createQuery(
                        "select v from Version v where v.productId = :product and v.number = :number", Version.class)
                .setParameter("product", product)
                .setParameter("number", number)
                .getSingleResult();
    }

    void add(Product product) {
        entities.persist(product);
        entities.flush();
    }

    void add(Version version) {
        entities.persist(version);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    boolean taken(String number) {
        return find(number) != null;
    }

    List<Product> drafts(String person, String organisation) {
        return entities.createQuery(
                        "select p from Product p where p.author = :person and p.originator = :organisation"
                                + " and p.state <> :published order by p.id desc",
                        Product.class)
                .setParameter("person", person)
                .setParameter("organisation", organisation)
                .setParameter("published", ProductState.PUBLISHED)
                .setMaxResults(200)
                .getResultList();
    }

    /** Drafts of an organisation by anybody but these persons, oldest first. */
    List<Product> left(String organisation, List<String> there) {
        return entities.createQuery(
                        "select p from Product p where p.state = :draft and p.originator = :organisation"
                                + " and p.author not in :there order by p.filedAt, p.id",
                        Product.class)
                .setParameter("draft", ProductState.DRAFT)
                .setParameter("organisation", organisation)
                .setParameter("there", there)
                .getResultList();
    }

    /** What an organisation took in unmarked and nobody has marked or taken over yet, oldest first. */
    List<Product> unmarked(String organisation) {
        return entities.createQuery(
                        "select p from Product p, Version v where v.productId = p.id and v.number = p.versionNo"
                                + " and v.marking = :unknown and p.state = :submitted and p.originator = :organisation"
                                + " order by p.filedAt, p.id",
                        Product.class)
                .setParameter("unknown", Marking.UNKNOWN)
                .setParameter("submitted", ProductState.SUBMITTED)
                .setParameter("organisation", organisation)
                .getResultList();
    }

    List<Product> queue(String organisation) {
        return entities.createQuery(
                        "select p from Product p where p.state = :submitted and p.originator = :organisation order by p.submittedAt",
                        Product.class)
                .setParameter("submitted", ProductState.SUBMITTED)
                .setParameter("organisation", organisation)
                .setMaxResults(500)
                .getResultList();
    }

    List<Circulation.Held> held(String organisation, Instant filedBefore, Instant publishedBefore) {
        return held(
                "p.originator = ? AND ((p.state = 'PUBLISHED' AND p.published < ?)"
                        + " OR (p.state IN ('DRAFT', 'SUBMITTED') AND p.filed_at < ?))",
                organisation,
                publishedBefore,
                filedBefore);
    }

    Circulation.@Nullable Held held(String number) {
        return held("p.number = ? AND p.state <> 'WITHDRAWN'", number).stream()
                .findFirst()
                .orElse(null);
    }

    private List<Circulation.Held> held(String where, @Nullable Object... values) {
        return run(c -> rows(
                c,
                "SELECT p.number, p.type, v.marking, p.state, COALESCE(p.published, p.filed_at) since FROM product p"
                        + " JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                        + " WHERE " + where + " ORDER BY since",
                r -> new Circulation.Held(
                        r.getString(1),
                        ProductType.valueOf(r.getString(2)),
                        r.getString(3),
                        ProductState.valueOf(r.getString(4)),
                        java.util.Objects.requireNonNull(Sql.instant(r, "since"))),
                values));
    }

    /** Numbers of the published sanitised versions of a product. */
    List<String> sanitisedFrom(String parent) {
        return entities.createQuery(
                        "select p.number from Product p where p.sanitisedFrom = :parent and p.state = :published order by p.id",
                        String.class)
                .setParameter("parent", parent)
                .setParameter("published", ProductState.PUBLISHED)
                .getResultList();
    }

    List<Product> imported(String importId) {
        if (!plain(importId)) {
            return List.of();
        }
        return entities.createQuery("select p from Product p where p.importId = :import order by p.id", Product.class)
                .setParameter("import", importId)
                .getResultList();
    }

    /** The class's number, given to it when it is first seen. */
    int intern(ClassFacts facts) {
        return run(c -> {
            String find = "SELECT id FROM access_class WHERE digest = ?";
            byte[] digest = facts.digest();
            List<Integer> known = rows(c, find, r -> r.getInt(1), digest);
            if (known.isEmpty()) {
                execute(
                        c,
                        "INSERT IGNORE INTO access_class (digest, originator, type, mission, marking, portions, ground, unit)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        digest,
                        facts.originator(),
                        facts.type(),
                        facts.mission(),
                        facts.marking(),
                        facts.storedPortions(),
                        facts.ground().name(),
                        facts.unit());
                known = rows(c, find + " LOCK IN SHARE MODE", r -> r.getInt(1), digest);
            }
            return known.getFirst();
        });
    }

    ClassFacts classFacts(int id) {
        return run(c -> rows(
                        c,
                        "SELECT originator, type, mission, marking, portions, ground, unit FROM access_class WHERE id = ?",
                        r -> ClassFacts.stored(
                                r.getString(1),
                                r.getString(2),
                                r.getString(3),
                                r.getString(4),
                                r.getString(5),
                                Ground.valueOf(r.getString(6)),
                                r.getString(7)),
                        id)
                .getFirst());
    }

    /** Tells every node's index that this product changed, in the order of commits. */
    void changed(Product product) {
        entities.flush();
        run(c -> {
            Appearance.draw(c);
            Appearance.date(c, product.id());
            return execute(
                    c,
                    "INSERT INTO product_change (seq, product_id) SELECT changes, ? FROM head WHERE id = 1",
                    product.id());
        });
    }

    Appearance appearance(Product product) {
        return run(c -> rows(
                        c,
                        "SELECT " + Appearance.COLUMNS + " FROM product p WHERE p.id = ?",
                        Appearance::of,
                        product.id())
                .getFirst());
    }

    List<Place> changesAfter(long seq) {
        return places(
                "JOIN (SELECT DISTINCT product_id FROM product_change WHERE seq > ?) c ON c.product_id = p.id", seq);
    }

    List<Place> everything() {
        return places("");
    }

    private List<Place> places(String join, @Nullable Object... parameters) {
        return run(c -> rows(
                c,
                "SELECT p.id, p.number, p.class_id, p.published, p.state, v.id version_id, " + Handings.COLUMN
                        + ", " + Appearance.COLUMNS + " FROM product p " + join
                        + " JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                        + " WHERE p.class_id IS NOT NULL",
                r -> new Place(
                        r.getLong("id"),
                        r.getString("number"),
                        r.getInt("class_id"),
                        Sql.instant(r, "published"),
                        ProductState.valueOf(r.getString("state")),
                        r.getLong("version_id"),
                        handed.of(r),
                        Appearance.of(r)),
                parameters));
    }

    /** The rows of a page, by primary key; what is no longer published is not among them. */
    List<Line> lines(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        return run(c -> rows(
                c,
                "SELECT p.id, p.number, p.class_id, p.published, v.id version_id, v.version_no, v.title_marking,"
                        + " v.commitments, v.content_hash, "
                        + Handings.COLUMN + ", " + Appearance.COLUMNS + " FROM product p"
                        + " JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                        + " WHERE p.id IN (" + marks + ") AND p.state = 'PUBLISHED'",
                r -> new Line(
                        r.getLong("id"),
                        r.getString("number"),
                        r.getInt("class_id"),
                        java.util.Objects.requireNonNull(Sql.instant(r, "published")),
                        Version.title(
                                r.getLong("version_id"),
                                r.getString("number"),
                                r.getInt("version_no"),
                                r.getString("title_marking"),
                                r.getBytes("commitments"),
                                r.getBytes("content_hash")),
                        r.getString("title_marking"),
                        handed.of(r),
                        Appearance.of(r)),
                ids.toArray()));
    }

    Set<Long> acknowledged(String person, Instant at) {
        String sql = "SELECT product_id FROM acknowledgement WHERE person = ? AND at <= ?";
        return new HashSet<>(run(c -> rows(c, sql, r -> r.getLong(1), person, at)));
    }

    boolean acknowledged(String person, Product product, Instant at) {
        return !run(c -> rows(
                        c,
                        "SELECT 1 FROM acknowledgement WHERE person = ? AND product_id = ? AND at <= ?",
                        r -> r.getInt(1),
                        person,
                        product.id(),
                        at))
                .isEmpty();
    }

    void acknowledge(String person, String hat, Product product, Instant at) {
        run(c -> execute(
                c,
                "INSERT IGNORE INTO acknowledgement (person, product_id, hat, at) VALUES (?, ?, ?, ?)",
                person,
                product.id(),
                hat,
                at));
    }

    boolean tookIn(String organisation, String source, String original) {
        String sql = "SELECT 1 FROM import_row WHERE organisation = ? AND source = ? AND row_id = ?";
        return !run(c -> rows(c, sql, r -> r.getInt(1), organisation, source, original))
                .isEmpty();
    }

    void takenIn(String organisation, String source, String original, Product product) {
        String sql = "INSERT INTO import_row (organisation, source, row_id, product_id) VALUES (?, ?, ?, ?)";
        run(c -> execute(c, sql, organisation, source, original, product.id()));
    }

    private <T> T run(Sql.Work<T> work) {
        return Sql.on(database, work);
    }
}
