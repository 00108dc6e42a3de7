package convnet;

import java.util.List;
import java.util.Random;

/** Fully connected layer: every output sees every input. */
public final class Dense implements Layer {
    private final int units;
    private final int inputs;
    private final Vol weights;
    private final Vol biases;
    private Vol in;
    private Vol out;

    /** Make {@code units} outputs over {@code inputs} values; weights are N(0, 1/inputs). */
    public Dense(int inputs, int units, Random random) {
        this.inputs = inputs;
        this.units = units;
        weights = new Vol(units, 1, inputs).gaussian(random, 1 / Math.sqrt(inputs));
        biases = new Vol(units, 1, 1);
    }

    @Override
    public Vol forward(Vol in, boolean training) {
        this.in = in;
        out = new Vol(units, 1, 1);
        for (int u = 0; u < units; u++) {
            double sum = biases.w[u];
            for (int i = 0; i < inputs; i++) {
                sum += weights.w[u * inputs + i] * in.w[i];
            }
            out.w[u] = sum;
        }
        return out;
    }

    @Override
    public void backward() {
        for (int u = 0; u < units; u++) {
            double g = out.dw[u];
            biases.dw[u] += g;
            for (int i = 0; i < inputs; i++) {
                in.dw[i] += g * weights.w[u * inputs + i];
                weights.dw[u * inputs + i] += g * in.w[i];
            }
        }
    }

    @Override
    public List<Vol> parameters() {
        return List.of(weights, biases);
    }
}
