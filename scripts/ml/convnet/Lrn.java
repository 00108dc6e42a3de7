package convnet;

/** Local response normalization: a value is divided by a power of the energy of its neighbours in depth. */
public final class Lrn implements Layer {
    private final double k;
    private final int n;
    private final double alpha;
    private final double beta;
    private Vol in;
    private Vol out;
    private double[] scale;
    private double[] power;

    /** Make the layer with the paper's symbols; {@code n} counts the maps that are summed. */
    public Lrn(double k, int n, double alpha, double beta) {
        this.k = k;
        this.n = n;
        this.alpha = alpha;
        this.beta = beta;
    }

    // tag::lrn[]
    @Override
    public Vol forward(Vol in, boolean training) {
        this.in = in;
        out = in.like();
        scale = new double[in.w.length];
        power = new double[in.w.length];
        int plane = in.height * in.width;
        for (int at = 0; at < in.w.length; at++) {
            int map = at / plane;
            double energy = 0;
            for (int j = first(map); j <= last(map); j++) {
                double a = in.w[j * plane + at % plane];
                energy += a * a;
            }
            scale[at] = k + alpha * energy;
            power[at] = StrictMath.pow(scale[at], -beta);
            out.w[at] = in.w[at] * power[at];
        }
        return out;
    }

    @Override
    public void backward() {
        int plane = in.height * in.width;
        for (int at = 0; at < in.w.length; at++) {
            int map = at / plane;
            double g = out.dw[at];
            in.dw[at] += g * power[at];
            double shared = 2 * alpha * beta * g * out.w[at] / scale[at]; // <1>
            for (int j = first(map); j <= last(map); j++) {
                int other = j * plane + at % plane;
                in.dw[other] -= shared * in.w[other];
            }
        }
    }
    // end::lrn[]

    private int first(int map) {
        return Math.max(0, map - n / 2);
    }

    private int last(int map) {
        return Math.min(in.depth - 1, map + n / 2);
    }
}
