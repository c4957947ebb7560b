package org.entente.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Residual;
import org.entente.json.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * What one decision rested on besides the world: the hat as it was, the product as it was, whether its reader had acknowledged
 * it. Written in the words of the world file, so that the decision can be taken again years later (AUD-06).
 */
public record Grounds(Hat hat, ProductFacts product, boolean acknowledged) {

    /** Reads what {@link #hatText} and {@link #productText} wrote. */
    public static Grounds of(String hat, String product) {
        return WorldReader.one(
                product,
                (reader, fields) -> new Grounds(
                        WorldReader.one(hat, CaseReader::hat),
                        CaseReader.product(reader, fields),
                        fields.optionalFlag("acknowledged")));
    }

    /** The same question, asked of that world at that instant; of what is not in it there is no decision. */
    public Decision decide(World world, Instant at) {
        boolean known = world.organisations().stream().anyMatch(o -> o.code().equals(product.originator()))
                && world.organisations().stream().anyMatch(o -> o.code().equals(hat.organisation()))
                && (product.mission() == null
                        || world.missions().stream().anyMatch(m -> m.code().equals(product.mission())));
        if (!known) {
            throw new IllegalArgumentException(
                    "the hat or the product is of an organisation that the world does not have");
        }
        return AccessPolicy.of(world).decide(hat, product, at, acknowledged);
    }

    public String hatText() {
        return text(hat);
    }

    /** A hat in the words of the world file. */
    public static String text(Hat hat) {
        JsonLine text = new JsonLine()
                .put("id", hat.id())
                .put("person", hat.person())
                .put("organisation", hat.organisation())
                .put("posts", sorted(hat.posts()))
                .put("roles", sorted(hat.roles().stream().map(Enum::name).toList()))
                .putObjects(
                        "assignments",
                        hat.assignments().stream()
                                .map(a -> during(new JsonLine().put("mission", a.mission()), a.during()))
                                .toList())
                .putObjects(
                        "clearances",
                        hat.clearances().stream()
                                .map(c -> during(new JsonLine().put("level", c.level()), c.during()))
                                .toList())
                .putObjects(
                        "briefings",
                        hat.briefings().stream()
                                .map(b -> during(new JsonLine().put("scheme", b.scheme()), b.during()))
                                .toList());
        at(text, "provisionalUntil", hat.provisionalUntil());
        if (hat.state() != null) {
            text.put("state", hat.state());
        }
        Residual residual = hat.residual();
        if (residual != null) {
            text.put("residual", during(new JsonLine().put("mission", residual.mission()), residual.during()));
        }
        return text.toString();
    }

    public String productText() {
        JsonLine text = new JsonLine()
                .put("id", product.id())
                .put("type", product.type())
                .put("originator", product.originator());
        if (product.mission() != null) {
            text.put("mission", product.mission());
        }
        if (product.unit() != null) {
            text.put("unit", product.unit());
        }
        text.put("published", product.published().toString())
                .put("marking", product.marking())
                .putObjects(
                        "portions",
                        product.portions().stream()
                                .map(p -> new JsonLine().put("id", p.id()).put("marking", p.marking()))
                                .toList());
        if (product.releases() != null) {
            text.putObjects(
                    "releases",
                    product.releases().all().stream()
                            .map(r -> during(handed(r), r.during()))
                            .toList());
        }
        return text.put("emergency", product.emergency())
                .put("acknowledged", acknowledged)
                .toString();
    }

    private static JsonLine handed(Release release) {
        JsonLine text = new JsonLine().put("receiver", release.receiver());
        return release.hats().isEmpty() ? text : text.put("hats", sorted(release.hats()));
    }

    private static List<String> sorted(Collection<String> words) {
        List<String> sorted = new ArrayList<>(words);
        sorted.sort(null);
        return sorted;
    }

    private static JsonLine during(JsonLine text, Interval during) {
        at(text, "from", during.from());
        at(text, "to", during.to());
        return text;
    }

    private static void at(JsonLine text, String name, @Nullable Instant instant) {
        if (instant != null) {
            text.put(name, instant.toString());
        }
    }
}
