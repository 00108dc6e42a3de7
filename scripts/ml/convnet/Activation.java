package convnet;

/** A nonlinearity, value by value. */
public final class Activation implements Layer {
    /** The three that this book compares. */
    public enum Kind {
        /** max(0, x). */
        RELU,
        /** Hyperbolic tangent. */
        TANH,
        /** 1 / (1 + exp(-x)). */
        SIGMOID;

        /** The function itself. */
        public double value(double x) {
            return this == RELU ? Math.max(0, x)
                    : this == TANH ? StrictMath.tanh(x) : 1 / (1 + StrictMath.exp(-x));
        }

        /** Slope, from the value that came out. */
        public double slope(double y) {
            return this == RELU ? (y > 0 ? 1 : 0) : this == TANH ? 1 - y * y : y * (1 - y);
        }
    }

    private final Kind kind;
    private Vol in;
    private Vol out;

    /** Make a layer of this kind. */
    public Activation(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Vol forward(Vol in, boolean training) {
        this.in = in;
        out = in.like();
        for (int i = 0; i < in.w.length; i++) {
            out.w[i] = kind.value(in.w[i]);
        }
        return out;
    }

    @Override
    public void backward() {
        for (int i = 0; i < in.w.length; i++) {
            in.dw[i] += out.dw[i] * kind.slope(out.w[i]);
        }
    }
}
