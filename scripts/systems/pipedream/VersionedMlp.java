package pipedream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** A network with one layer {@code y = tanh(W x)} per stage that keeps every version of its weights. */
public final class VersionedMlp {
    /** Which weights a pass uses. */
    public enum Policy {
        /** The latest everywhere: forward and backward pass of a minibatch disagree. */
        NAIVE,
        /** The backward pass uses what the forward pass of the same minibatch used on this stage. */
        STASH,
        /** All stages use the version that the first stage had when the minibatch entered. */
        VERTICAL
    }

    private static final int WIDTH = 8;
    private static final int SAMPLES = 16;

    private final int stages;
    private final double rate;
    private final List<List<double[]>> versions = new ArrayList<>(); // [stage][version]
    private final List<double[]> teacher = new ArrayList<>();
    private final List<double[][]> gradients = new ArrayList<>(); // [minibatch][stage]
    private final List<int[]> used = new ArrayList<>(); // [minibatch][stage] version of the forward pass
    private final int[] copies;
    private final int[] done; // minibatches that a stage has finished
    private final int[] begun; // and begun

    /** A network of {@code stages} layers, and a teacher of the same shape that it shall imitate. */
    public VersionedMlp(int stages, double rate) {
        this.stages = stages;
        this.rate = rate;
        this.copies = new int[stages];
        this.done = new int[stages];
        this.begun = new int[stages];
        var random = new Random(5);
        for (int s = 0; s < stages; s++) {
            teacher.add(draw(random, WIDTH * WIDTH, Math.sqrt(3.0 / WIDTH)));
            versions.add(new ArrayList<>(List.of(draw(random, WIDTH * WIDTH, Math.sqrt(3.0 / WIDTH)))));
        }
    }

    private static double[] draw(Random random, int count, double scale) {
        var drawn = new double[count];
        Arrays.setAll(drawn, i -> scale * (2 * random.nextDouble() - 1));
        return drawn;
    }

    /** Inputs of one minibatch; the same number gives the same inputs. */
    static double[][] inputs(int minibatch) {
        var random = new Random(1000003L * (minibatch + 1));
        var inputs = new double[SAMPLES][WIDTH];
        for (var x : inputs) {
            Arrays.setAll(x, i -> 2 * random.nextDouble() - 1);
        }
        return inputs;
    }

    // tag::train[]
    /** Run the passes in their order; every backward pass updates its stage. */
    public void train(List<OneForwardOneBackward.Event> events, Policy policy) {
        int count = events.size() / (2 * stages);
        var in = new double[stages + 1][count][][];
        var back = new double[stages + 1][count][][];
        for (int m = 0; m < count; m++) {
            in[0][m] = inputs(m);
            used.add(new int[stages]);
            gradients.add(new double[stages][]);
        }
        for (var e : events) {
            int s = e.stage();
            int m = e.minibatch();
            int latest = versions.get(s).size() - 1;
            if (e.forward()) {
                boolean enters = s == 0 || policy != Policy.VERTICAL;
                int version = enters ? latest : used.get(m)[0]; // <1>
                used.get(m)[s] = version;
                in[s + 1][m] = forward(versions.get(s).get(version), in[s][m]);
                begun[s] = m + 1;
            } else {
                boolean naive = policy == Policy.NAIVE;
                int version = naive ? latest : used.get(m)[s]; // <2>
                var arriving = s + 1 < stages ? back[s + 1][m]
                        : error(in[stages][m], m);
                var gradient = new double[WIDTH * WIDTH];
                back[s][m] = backward(versions.get(s).get(version),
                        in[s][m], in[s + 1][m], arriving, gradient);
                gradients.get(m)[s] = gradient;
                var newest = versions.get(s).get(latest);
                versions.get(s).add(step(newest, gradient)); // <3>
                in[s + 1][m] = null; // the stage behind is done with it
                back[s + 1][m] = null;
                done[s] = m + 1;
            }
            copies[s] = Math.max(copies[s], live(s, policy == Policy.VERTICAL));
        }
    }
    // end::train[]

    /** Versions that a stage still needs; vertically all since the oldest, as minibatches yet to enter will ask. */
    private int live(int stage, boolean vertical) {
        int latest = versions.get(stage).size() - 1;
        if (vertical) {
            return done[stage] < begun[0] ? 1 + latest - used.get(done[stage])[0] : 1;
        }
        var live = new HashSet<>(List.of(latest));
        for (int m = done[stage]; m < begun[stage]; m++) {
            live.add(used.get(m)[stage]);
        }
        return live.size();
    }

    private double[] step(double[] weights, double[] gradient) {
        var next = weights.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] -= rate * gradient[i];
        }
        return next;
    }

    private static double[][] forward(double[] w, double[][] in) {
        var out = new double[in.length][WIDTH];
        for (int n = 0; n < in.length; n++) {
            for (int i = 0; i < WIDTH; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    out[n][i] += w[i * WIDTH + j] * in[n][j];
                }
                out[n][i] = Math.tanh(out[n][i]);
            }
        }
        return out;
    }

    private static double[][] backward(double[] w, double[][] in, double[][] out, double[][] arriving, double[] sum) {
        var leaving = new double[in.length][WIDTH];
        for (int n = 0; n < in.length; n++) {
            for (int i = 0; i < WIDTH; i++) {
                double d = arriving[n][i] * (1 - out[n][i] * out[n][i]);
                for (int j = 0; j < WIDTH; j++) {
                    sum[i * WIDTH + j] += d * in[n][j];
                    leaving[n][j] += d * w[i * WIDTH + j];
                }
            }
        }
        return leaving;
    }

    private double[][] error(double[][] out, int minibatch) {
        var want = run(teacher, inputs(minibatch));
        var error = new double[SAMPLES][WIDTH];
        for (int n = 0; n < SAMPLES; n++) {
            for (int i = 0; i < WIDTH; i++) {
                error[n][i] = (out[n][i] - want[n][i]) / SAMPLES;
            }
        }
        return error;
    }

    private static double[][] run(List<double[]> weights, double[][] inputs) {
        var y = inputs;
        for (var w : weights) {
            y = forward(w, y);
        }
        return y;
    }

    private double loss(List<double[]> weights, int minibatch) {
        double loss = 0;
        for (var row : error(run(weights, inputs(minibatch)), minibatch)) {
            for (double d : row) {
                loss += SAMPLES * d * d / 2;
            }
        }
        return loss;
    }

    /** Mean loss over unseen minibatches with the weights after so many updates of every stage. */
    public double lossAfter(int updates) {
        double loss = 0;
        for (int m = 0; m < 8; m++) {
            loss += loss(versions.stream().map(all -> all.get(updates)).toList(), 1_000_000 + m) / 8;
        }
        return loss;
    }

    // tag::check[]
    /** Distance of a gradient to the slope where its forward pass was. */
    public double gradientError(int minibatch) {
        var weights = new ArrayList<double[]>();
        for (int s = 0; s < stages; s++) {
            weights.add(versions.get(s).get(used.get(minibatch)[s]).clone()); // <1>
        }
        double off = 0;
        double size = 0;
        for (int s = 0; s < stages; s++) {
            for (int i = 0; i < WIDTH * WIDTH; i++) {
                double weight = weights.get(s)[i];
                weights.get(s)[i] = weight + 1e-5;
                double up = loss(weights, minibatch);
                weights.get(s)[i] = weight - 1e-5;
                double slope = (up - loss(weights, minibatch)) / 2e-5; // <2>
                weights.get(s)[i] = weight;
                double got = gradients.get(minibatch)[s][i];
                off = Math.max(off, Math.abs(got - slope));
                size = Math.max(size, Math.abs(slope));
            }
        }
        return size == 0 ? off : off / size;
    }
    // end::check[]

    /** Updates of a stage that the forward pass of a minibatch had seen. */
    public int version(int minibatch, int stage) {
        return used.get(minibatch)[stage];
    }

    /** Most versions of its weights that a stage had to keep at a time. */
    public int copies(int stage) {
        return copies[stage];
    }
}
