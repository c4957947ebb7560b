package org.entente.handover;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.mission.MissionView;
import org.jspecify.annotations.Nullable;

/** What a signature is given over: SHA-256 of a text that says all of it, so that any change voids what was signed before. */
final class Digests {
    private Digests() {}

    static byte[] agreement(Plan plan, List<String> steps, List<MissionView.BenchmarkView> benchmarks) {
        return hash(agreed(plan, steps, benchmarks));
    }

    private static String agreed(Plan plan, List<String> steps, List<MissionView.BenchmarkView> benchmarks) {
        return String.join(
                "\n",
                "entente-handover",
                parties(plan),
                plan.edge(),
                plan.toa().toString(),
                Integer.toString(plan.agreedRound()),
                String.join("\n", steps),
                benchmarks.stream().map(b -> b.number() + "\t" + b.text()).collect(Collectors.joining("\n")));
    }

    private static String parties(Plan plan) {
        return String.join(
                "\n",
                plan.number(),
                plan.fromMission(),
                plan.toMission(),
                plan.predecessor(),
                plan.successor(),
                plan.cochairFrom(),
                plan.cochairTo());
    }

    /** The root over the seals of what was there at the freeze. */
    static byte[] inventory(Plan plan, List<Item> items) {
        List<Item> frozen = items.stream().filter(i -> !i.addendum()).toList();
        return hash("entente-inventory\n" + parties(plan) + "\n" + lines(frozen, i -> ""));
    }

    /** All that the transfer will do: what was agreed, what becomes of each item, and of people and work. */
    static byte[] readiness(
            Plan plan,
            List<String> steps,
            List<MissionView.BenchmarkView> benchmarks,
            List<Item> items,
            List<String> people) {
        return hash("entente-dispositions\n"
                + agreed(plan, steps, benchmarks) + "\n"
                + plan.readyRound() + "\n"
                + lines(items, i -> i.disposition() + "\t" + text(i.substitute())) + "\n"
                + String.join("\n", people));
    }

    static byte[] reconciliation(List<Item> items) {
        return hash("entente-outcomes\n" + lines(items, i -> i.disposition() + "\t" + i.outcome()));
    }

    static byte[] closure(List<Item> items, String lessons) {
        return hash("entente-closure\n"
                + lines(items, i -> i.outcome() + "\t" + text(i.retention()) + "\t" + i.legalHold()) + "\n" + lessons);
    }

    /** All that a report says of the items, whoever it is made out to. */
    static byte[] report(List<Item> items, String lessons) {
        return hash("entente-report\n"
                + lines(
                        items,
                        i -> i.disposition() + "\t" + text(i.substitute()) + "\t" + i.outcome() + "\t"
                                + text(i.retention()) + "\t" + i.legalHold())
                + "\n" + lessons);
    }

    /** What an item is, under a salt of its own: to be checked by whoever is shown both, and to be guessed by nobody. */
    static byte[] seal(Item item) {
        return hash(HexFormat.of().formatHex(item.salt()) + "\n" + item.kind() + "\t" + item.reference() + "\t"
                + item.version() + "\t" + HexFormat.of().formatHex(item.contentHash()) + "\t" + item.marking());
    }

    private interface More {
        String of(Item item);
    }

    private static String lines(List<Item> items, More more) {
        return items.stream()
                .map(i -> HexFormat.of().formatHex(seal(i)) + "\t" + more.of(i))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
