package lowmemory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A residual net, {@code x + f(W x)} many times over, and a classifier; every stored tensor is in a ledger. */
public final class Net {
    static final int CLASSES = 10;

    private final Config config;
    private final Memory memory = new Memory();
    private final List<Weights> layers = new ArrayList<>();
    private final Weights classifier;
    private final Random random = new Random(5);

    /** A net with random weights, the same for the same configuration. */
    public Net(Config config) {
        this.config = config;
        for (int i = 0; i < config.depth(); i++) {
            layers.add(new Weights(config.width(), config.width(), config.density(), config.half(), random, memory));
        }
        classifier = new Weights(CLASSES, config.width(), 1, config.half(), random, memory);
    }

    // tag::step[]
    /** Add up the gradient of a batch; {@code x} is {@code [feature][sample]}. */
    public void gradients(float[][] x, int[] labels) {
        for (int first = 0; first < labels.length; first += config.microbatch()) {
            int last = Math.min(labels.length, first + config.microbatch());
            microbatch(Samples.part(x, first, last), Arrays.copyOfRange(labels, first, last));
        }
    }

    /** Forward keeping checkpoints; then, by segment, forward keeping all, and back. */
    private void microbatch(float[][] input, int[] labels) {
        var checkpoints = new ArrayList<Vec>();
        var x = input;
        for (int l = 0; l < config.depth(); l += config.segment()) {
            checkpoints.add(keep(x));
            if (l + config.segment() < config.depth()) { // <1>
                x = segment(read(checkpoints.get(checkpoints.size() - 1)), l, null);
            }
        }
        float[][] gradient = null;
        for (int s = checkpoints.size() - 1; s >= 0; s--) {
            var kept = new ArrayList<Vec>(); // of each layer its branch and its output
            var out = segment(read(checkpoints.get(s)), s * config.segment(), kept); // <2>
            gradient = gradient == null ? loss(out, labels) : gradient;
            gradient = back(gradient, checkpoints.get(s), s * config.segment(), kept);
            drop(checkpoints.get(s));
        }
    }
    // end::step[]

    private float[][] segment(float[][] input, int from, List<Vec> kept) {
        var x = input;
        for (int l = from; l < Math.min(config.depth(), from + config.segment()); l++) {
            var h = layers.get(l).times(x);
            for (var row : h) {
                for (int i = 0; i < row.length; i++) {
                    row[i] /= 1 + Math.abs(row[i]);
                }
            }
            h = rounded(h); // rounding is part of the net, whether a tensor is kept or not
            x = rounded(plus(x, h));
            if (kept != null) {
                kept.add(keep(h));
                kept.add(keep(x));
            }
        }
        return x;
    }

    private float[][] back(float[][] ofOutput, Vec input, int from, List<Vec> kept) {
        var gradient = ofOutput;
        for (int l = kept.size() / 2 - 1; l >= 0; l--) {
            var u = read(kept.get(2 * l));
            var x = read(l == 0 ? input : kept.get(2 * l - 1));
            for (int r = 0; r < u.length; r++) {
                for (int s = 0; s < u[r].length; s++) {
                    float slope = 1 - Math.abs(u[r][s]); // of z / (1 + |z|) is its square
                    u[r][s] = gradient[r][s] * slope * slope;
                }
            }
            gradient = plus(gradient, layers.get(from + l).back(x, u));
            drop(kept.get(2 * l));
            drop(kept.get(2 * l + 1));
        }
        return gradient;
    }

    /** Gradient of the mean cross-entropy of a batch, for the samples of a microbatch. */
    private float[][] loss(float[][] x, int[] labels) {
        var scores = classifier.times(x);
        for (int s = 0; s < labels.length; s++) {
            float max = scores[best(scores, s)][s];
            double sum = 0;
            for (var score : scores) {
                sum += StrictMath.exp(score[s] - max);
            }
            for (int c = 0; c < CLASSES; c++) {
                double share = StrictMath.exp(scores[c][s] - max) / sum;
                scores[c][s] = (float) ((share - (c == labels[s] ? 1 : 0)) / config.batch());
            }
        }
        return classifier.back(x, scores);
    }

    /** Update all weights; every tenth step, let sparse rows move an entry. */
    public void update(int step, float rate) {
        layers.forEach(layer -> layer.update(rate));
        classifier.update(rate);
        if (step % 10 == 9) {
            layers.forEach(layer -> layer.rewire(random));
        }
    }

    /** Share of the samples that are classified right. */
    public double accuracy(float[][] x, int[] labels) {
        var at = x;
        for (int l = 0; l < config.depth(); l += config.segment()) {
            at = segment(at, l, null);
        }
        var scores = classifier.times(at);
        int right = 0;
        for (int s = 0; s < labels.length; s++) {
            right += best(scores, s) == labels[s] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Gradients of all weights, for comparison. */
    public List<float[]> gradients() {
        var all = new ArrayList<float[]>();
        layers.forEach(layer -> all.add(layer.gradients()));
        all.add(classifier.gradients());
        return all;
    }

    /** The ledger. */
    public Memory memory() {
        return memory;
    }

    private Vec keep(float[][] x) {
        var vec = Vec.of(x, config.half());
        memory.allocate(Memory.Kind.ACTIVATION, vec.bytes());
        return vec;
    }

    private void drop(Vec vec) {
        memory.free(Memory.Kind.ACTIVATION, vec.bytes());
    }

    private float[][] read(Vec vec) {
        return vec.rows(config.width());
    }

    private float[][] rounded(float[][] x) {
        return config.half() ? read(Vec.of(x, true)) : x;
    }

    private static float[][] plus(float[][] a, float[][] b) {
        var sum = new float[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum[i][j] = a[i][j] + b[i][j];
            }
        }
        return sum;
    }

    private static int best(float[][] scores, int sample) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c][sample] > scores[best][sample] ? c : best;
        }
        return best;
    }
}
