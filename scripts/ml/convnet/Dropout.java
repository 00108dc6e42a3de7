package convnet;

import java.util.Random;

/** Dropout as in 2012: silence units while training, scale all of them when not. */
public final class Dropout implements Layer {
    private final double probability;
    private final Random random;
    private Vol in;
    private Vol out;
    private double[] factor;

    /** Make a layer that silences each value with this probability. */
    public Dropout(double probability, Random random) {
        this.probability = probability;
        this.random = random;
    }

    // tag::dropout[]
    @Override
    public Vol forward(Vol in, boolean training) {
        this.in = in;
        out = in.like();
        factor = new double[in.w.length];
        for (int i = 0; i < in.w.length; i++) {
            factor[i] = !training ? 1 - probability : random.nextDouble() < probability ? 0 : 1;
            out.w[i] = in.w[i] * factor[i];
        }
        return out;
    }
    // end::dropout[]

    @Override
    public void backward() {
        for (int i = 0; i < in.w.length; i++) {
            in.dw[i] += out.dw[i] * factor[i];
        }
    }
}
