package org.entente.product;

/** A published product's place in the index: newest first, then by number. */
record Row(long published, String number, long productId, int classId) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
        int newestFirst = Long.compare(other.published, published);
        return newestFirst != 0 ? newestFirst : number.compareTo(other.number);
    }
}
