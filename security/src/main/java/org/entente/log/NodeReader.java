package org.entente.log;

import java.io.IOException;

/** Gives the hashes of complete subtrees: whoever can do that can prove anything about the tree. */
@FunctionalInterface
public interface NodeReader {
    /** The root over the 2^level records that begin at index * 2^level. */
    byte[] node(int level, long index) throws IOException, LogError;
}
