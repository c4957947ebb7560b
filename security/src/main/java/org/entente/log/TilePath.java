package org.entente.log;

/** Where a tile or an entry bundle lies (C2SP tlog-tiles). */
public final class TilePath {
    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;

    private TilePath() {}

    /** A tile of hashes; {@code width} says how many it has, 256 for a full one. */
    public static String tile(int level, long number, int width) {
        return "tile/" + level + "/" + number(number) + part(width);
    }

    /** A bundle of records. */
    public static String entries(long number, int width) {
        return "tile/entries/" + number(number) + part(width);
    }

    /** How many hashes the tile at this place has in a tree of that size; 0 where there is none. */
    public static int width(int level, long number, long size) {
        long hashes = level * HEIGHT > 62 ? 0 : size >>> (level * HEIGHT);
        return (int) Math.max(0, Math.min(WIDTH, hashes - number * WIDTH));
    }

    private static String number(long number) {
        StringBuilder path = new StringBuilder(three(number % 1000));
        for (long left = number / 1000; left > 0; left /= 1000) {
            path.insert(0, "x" + three(left % 1000) + "/");
        }
        return path.toString();
    }

    /** In the digits of ASCII, whatever the platform's language. */
    private static String three(long number) {
        return Long.toString(1000 + number).substring(1);
    }

    private static String part(int width) {
        return width == WIDTH ? "" : ".p/" + width;
    }
}
