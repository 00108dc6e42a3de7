package normmatters;

/** Half precision, by rounding: 11 bits of mantissa, at most 65504. */
public final class Half {
    private Half() {}

    // tag::half[]
    /** The nearest number that 16 bits can hold; infinite beyond 65504. */
    public static double round(double x) {
        if (Math.abs(x) >= 65520) {
            return Math.signum(x) * Double.POSITIVE_INFINITY;
        }
        double spacing = Math.scalb(1.0, Math.max(Math.getExponent(x), -14) - 10);
        return Math.rint(x / spacing) * spacing;
    }
    // end::half[]

    /** Sum of the squares, of the absolute values, and the largest absolute value, every step in half precision. */
    public static double[] norms(double[] values) {
        var norms = new double[3];
        for (double value : values) {
            double h = Math.abs(round(value));
            norms[0] = round(norms[0] + round(h * h));
            norms[1] = round(norms[1] + h);
            norms[2] = Math.max(norms[2], h);
        }
        return norms;
    }
}
