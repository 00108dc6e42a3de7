package convnet;

import java.util.ArrayList;
import java.util.List;

/** Layers one after the other, and a softmax with its loss at the end. */
public final class Net {
    private final List<Layer> layers;
    private final List<Vol> activations = new ArrayList<>();

    /** Chain these layers; the last one must give one value per class. */
    public Net(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    // tag::net[]
    /** Run one input through all layers and return the probability of each class. */
    public double[] forward(Vol in, boolean training) {
        activations.clear();
        activations.add(in);
        var at = in;
        for (var layer : layers) {
            at = layer.forward(at, training);
            activations.add(at);
        }
        return softmax(at.w);
    }

    /** Loss of one example; the gradients of all parameters grow by its share. */
    public double learn(Vol in, int label) {
        var p = forward(in, true);
        var last = activations.get(layers.size());
        for (int c = 0; c < p.length; c++) {
            last.dw[c] = p[c] - (c == label ? 1 : 0); // <1>
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).backward();
        }
        return -StrictMath.log(Math.max(p[label], 1e-300));
    }
    // end::net[]

    /** What left a layer in the latest run; 0 is the input. */
    public Vol activation(int layer) {
        return activations.get(layer);
    }

    /** Layers, the softmax not counted. */
    public int size() {
        return layers.size();
    }

    /** Weights and biases of all layers, in order. */
    public List<Vol> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /** How many numbers training may change. */
    public long parameterCount() {
        return parameters().stream().mapToLong(vol -> vol.w.length).sum();
    }

    /** Class with the largest probability. */
    public int predict(Vol in) {
        forward(in, false);
        return winner();
    }

    /** Class with the largest score in the latest run. */
    public int winner() {
        var p = activations.get(layers.size()).w;
        int best = 0;
        for (int c = 1; c < p.length; c++) {
            best = p[c] > p[best] ? c : best;
        }
        return best;
    }

    private static double[] softmax(double[] scores) {
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        var p = new double[scores.length];
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = StrictMath.exp(scores[c] - top);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    // tag::check[]
    /** Largest relative error of the gradients, by central differences at every parameter. */
    public double gradientError(Vol in, int label, double h) {
        parameters().forEach(vol -> java.util.Arrays.fill(vol.dw, 0));
        learn(in, label);
        double worst = 0;
        for (var vol : parameters()) {
            for (int i = 0; i < vol.w.length; i++) {
                double slope = vol.dw[i];
                double kept = vol.w[i];
                vol.w[i] = kept + h;
                double up = -StrictMath.log(forward(in, true)[label]);
                vol.w[i] = kept - h;
                double down = -StrictMath.log(forward(in, true)[label]);
                vol.w[i] = kept;
                double measured = (up - down) / (2 * h);
                double size = Math.max(Math.abs(slope) + Math.abs(measured), 1e-3); // <1>
                worst = Math.max(worst, Math.abs(slope - measured) / size);
            }
        }
        parameters().forEach(vol -> java.util.Arrays.fill(vol.dw, 0));
        return worst;
    }
    // end::check[]
}
