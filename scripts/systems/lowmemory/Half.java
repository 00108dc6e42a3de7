package lowmemory;

/** Numbers in 16 bits, IEEE binary16: 1 sign, 5 exponent, 10 fraction bits; Java 17 has no conversion of its own. */
final class Half {
    private static final int LARGEST = Float.floatToRawIntBits(65504f);
    private static final int SMALLEST_NORMAL = Float.floatToRawIntBits(0x1p-14f);
    private static final int REBIAS = 127 - 15 << 23;
    private static final float[] VALUES = new float[1 << 16];

    static {
        for (int bits = 0; bits < VALUES.length; bits++) {
            int exponent = bits >> 10 & 31;
            int fraction = bits & 1023;
            double magnitude = exponent == 0
                    ? fraction * 0x1p-24
                    : exponent == 31 ? Double.POSITIVE_INFINITY : (1024 + fraction) * Math.scalb(1.0, exponent - 25);
            VALUES[bits] = (float) (bits >> 15 == 0 ? magnitude : -magnitude);
        }
    }

    private Half() {}

    static float decode(short bits) {
        return VALUES[bits & 0xffff];
    }

    /** Nearest half, ties to even; what is too large becomes the largest finite one. */
    static short encode(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude > LARGEST) {
            return (short) (sign | 0x7bff);
        }
        if (magnitude < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(Math.abs(value) * 0x1p24));
        }
        int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1); // half a step, less one bit for ties to even
        return (short) (sign | rounded - REBIAS >>> 13);
    }
}
