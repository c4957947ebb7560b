package org.entente.log;

import java.math.BigInteger;
import java.security.spec.EdECPoint;
import org.jspecify.annotations.Nullable;

/**
 * A point of the curve of Ed25519, with just enough arithmetic to recognise the public keys under which signatures that
 * nobody made would verify.
 */
record EdwardsPoint(BigInteger x, BigInteger y) {
    private static final int BYTES = 32;
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    /** The point that these bytes stand for (RFC 8032, 5.1.3); null where they stand for none or could be written otherwise. */
    static @Nullable EdwardsPoint decode(byte[] encoded) {
        if (encoded.length != BYTES) {
            return null;
        }
        byte[] bigEndian = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bigEndian[i] = encoded[BYTES - 1 - i];
        }
        boolean odd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7F;
        BigInteger y = new BigInteger(1, bigEndian);
        if (y.compareTo(P) >= 0) {
            return null;
        }
        BigInteger ySquared = y.multiply(y);
        BigInteger xSquared = ySquared.subtract(BigInteger.ONE)
                .multiply(D.multiply(ySquared).add(BigInteger.ONE).modInverse(P))
                .mod(P);
        BigInteger x = root(xSquared);
        if (x == null || (odd && x.signum() == 0)) {
            return null;
        }
        return new EdwardsPoint(x.testBit(0) == odd ? x : P.subtract(x), y);
    }

    /** Whether eight times the point is the neutral element. */
    boolean isOfLowOrder() {
        EdwardsPoint eightfold = doubled().doubled().doubled();
        return eightfold.x.signum() == 0 && eightfold.y.equals(BigInteger.ONE);
    }

    EdECPoint key() {
        return new EdECPoint(x.testBit(0), y);
    }

    private EdwardsPoint doubled() {
        BigInteger xy = x.multiply(y).mod(P);
        BigInteger xxyy = D.multiply(xy).multiply(xy).mod(P);
        BigInteger newX = xy.shiftLeft(1).multiply(BigInteger.ONE.add(xxyy).modInverse(P));
        BigInteger newY = y.multiply(y)
                .add(x.multiply(x))
                .multiply(BigInteger.ONE.subtract(xxyy).modInverse(P));
        return new EdwardsPoint(newX.mod(P), newY.mod(P));
    }

    private static @Nullable BigInteger root(BigInteger square) {
        BigInteger root = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!root.multiply(root).mod(P).equals(square)) {
            root = root.multiply(ROOT_OF_MINUS_ONE).mod(P);
        }
        return root.multiply(root).mod(P).equals(square) ? root : null;
    }
}
