package probe;

/** The nonlinearity of a layer. */
public enum Unit {
    /** max(0, x). */
    RELU,
    /** Hyperbolic tangent. */
    TANH,
    /** 1 / (1 + exp(-x)). */
    SIGMOID;

    /** The function. */
    public double value(double x) {
        return this == RELU ? Math.max(0, x) : this == TANH ? StrictMath.tanh(x) : 1 / (1 + StrictMath.exp(-x));
    }

    /** Its slope, from the value. */
    public double slope(double y) {
        return this == RELU ? (y > 0 ? 1 : 0) : this == TANH ? 1 - y * y : y * (1 - y);
    }

    /** Variance of the first weights times their number: ReLU loses half of the signal, so it gets twice. */
    double spread() {
        return this == RELU ? 2 : 1;
    }
}
