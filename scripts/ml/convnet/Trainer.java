package convnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Changes the parameters of a net after every batch, by a rule. */
public final class Trainer {
    private final Net net;
    private final Rule rule;
    private final int batch;
    private final double decay;
    private final List<double[]> memory = new ArrayList<>();
    private int seen;

    /** Train {@code net} by {@code rule} after every {@code batch} examples, with L2 weight decay {@code decay}. */
    public Trainer(Net net, Rule rule, int batch, double decay) {
        this.net = net;
        this.rule = rule;
        this.batch = batch;
        this.decay = decay;
        net.parameters().forEach(vol -> memory.add(new double[2 * vol.w.length]));
    }

    // tag::train[]
    /** Learn from one example; returns its loss before any change. */
    public double train(Vol in, int label) {
        double loss = net.learn(in, label);
        if (++seen % batch == 0) {
            int p = 0;
            for (var vol : net.parameters()) {
                var s = memory.get(p++);
                for (int i = 0; i < vol.w.length; i++) {
                    double g = vol.dw[i] / batch + decay * vol.w[i];
                    vol.w[i] += rule.step(g, s, 2 * i, seen / batch);
                }
                Arrays.fill(vol.dw, 0);
            }
        }
        return loss;
    }
    // end::train[]
}
