package fasterrcnn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The two heads of a region proposal network over fixed features: a score and four offsets for each of 9 anchors. */
public final class Rpn {
    /** {@code [anchor][score, x, y, w, h][feature]}. */
    public final double[][][] weights = new double[9][5][Scene.FEATURES];
    /** Gradients, same shape. */
    public final double[][][] slopes = new double[9][5][Scene.FEATURES];
    private final double[][][] velocity = new double[9][5][Scene.FEATURES];

    /**
     * What one anchor should say.
     *
     * @param row of the feature map
     * @param column of the feature map
     * @param kind which of the nine anchors
     * @param box the object it stands for, or null for background
     */
    public record Sample(int row, int column, int kind, Box box) {}

    /** The anchor of a kind at a position: 32, 64 and 128 pixels, high, square and wide. */
    public static Box anchor(int row, int column, int kind) {
        double side = 32 << kind % 3;
        double stretch = Math.sqrt(new double[] {0.5, 1, 2}[kind / 3]);
        return Box.around(16 * column + 8, 16 * row + 8, side / stretch, side * stretch);
    }

    private static boolean crosses(Box box) {
        return box.x0() < 0 || box.y0() < 0 || box.x1() > Scene.WIDTH || box.y1() > Scene.HEIGHT;
    }

    // tag::label[]
    /** Label the anchors inside the image: positive, negative, or not at all. */
    public static List<Sample> label(List<Box> truth) {
        var positive = new ArrayList<Sample>();
        var negative = new ArrayList<Sample>();
        var best = new Sample[truth.size()];
        var bestIou = new double[truth.size()];
        for (int at = 0; at < Scene.ROWS * Scene.COLUMNS * 9; at++) {
            int row = at / 9 / Scene.COLUMNS;
            int column = at / 9 % Scene.COLUMNS;
            var anchor = anchor(row, column, at % 9);
            if (!crosses(anchor)) {
                double most = 0;
                Box nearest = null;
                for (int t = 0; t < truth.size(); t++) {
                    double iou = anchor.iou(truth.get(t));
                    if (iou > bestIou[t]) { // <1>
                        bestIou[t] = iou;
                        best[t] = new Sample(row, column, at % 9, truth.get(t));
                    }
                    nearest = iou > most ? truth.get(t) : nearest;
                    most = Math.max(most, iou);
                }
                if (most > 0.7) {
                    positive.add(new Sample(row, column, at % 9, nearest));
                } else if (most < 0.3) {
                    negative.add(new Sample(row, column, at % 9, null));
                }
            }
        }
        for (var sample : best) {
            if (sample != null && !positive.contains(sample)) {
                positive.add(sample);
                negative.remove(new Sample(sample.row(), sample.column(), sample.kind(), null));
            }
        }
        positive.addAll(negative);
        return positive;
    }
    // end::label[]

    /** Draw 256 anchors of one image: positives up to half, the rest negatives. */
    public static List<Sample> draw(List<Sample> labelled, Random random) {
        var positive = new ArrayList<>(labelled.stream().filter(s -> s.box() != null).toList());
        var negative = new ArrayList<>(labelled.stream().filter(s -> s.box() == null).toList());
        Collections.shuffle(positive, random);
        Collections.shuffle(negative, random);
        var batch = new ArrayList<>(positive.subList(0, Math.min(128, positive.size())));
        batch.addAll(negative.subList(0, Math.min(256 - batch.size(), negative.size())));
        return batch;
    }

    // tag::loss[]
    /** Loss of a mini-batch; adds to the gradients. The terms weigh 1/256 and 1/240. */
    public double learn(Scene scene, List<Sample> batch) {
        double loss = 0;
        for (var sample : batch) {
            var features = scene.features(sample.row(), sample.column());
            var heads = weights[sample.kind()];
            var g = slopes[sample.kind()];
            double p = 1 / (1 + StrictMath.exp(-dot(heads[0], features)));
            loss -= StrictMath.log(Math.max(1e-300, sample.box() != null ? p : 1 - p)) / 256;
            add((p - (sample.box() != null ? 1 : 0)) / 256, features, g[0]);
            if (sample.box() != null) {
                var anchor = anchor(sample.row(), sample.column(), sample.kind());
                var t = sample.box().seenFrom(anchor);
                for (int i = 0; i < 4; i++) {
                    double off = dot(heads[i + 1], features) - t[i];
                    boolean near = Math.abs(off) < 1; // smooth L1
                    loss += (near ? off * off / 2 : Math.abs(off) - 0.5) / 240;
                    add((near ? off : Math.signum(off)) / 240, features, g[i + 1]);
                }
            }
        }
        return loss;
    }
    // end::loss[]

    /** Gradient descent with momentum 0.9. */
    public void step(double rate) {
        for (int k = 0; k < 9; k++) {
            for (int h = 0; h < 5; h++) {
                for (int i = 0; i < Scene.FEATURES; i++) {
                    velocity[k][h][i] = 0.9 * velocity[k][h][i] - rate * slopes[k][h][i];
                    weights[k][h][i] += velocity[k][h][i];
                    slopes[k][h][i] = 0;
                }
            }
        }
    }

    // tag::propose[]
    /** All boxes of a scene with their scores: each anchor, moved and clipped. */
    public List<Box.Scored> boxes(Scene scene, boolean scored, boolean moved, Random random) {
        var boxes = new ArrayList<Box.Scored>();
        for (int at = 0; at < Scene.ROWS * Scene.COLUMNS; at++) {
            var features = scene.features(at / Scene.COLUMNS, at % Scene.COLUMNS);
            for (int kind = 0; kind < 9; kind++) {
                var anchor = anchor(at / Scene.COLUMNS, at % Scene.COLUMNS, kind);
                var t = new double[4];
                for (int i = 0; i < 4 && moved; i++) {
                    t[i] = Math.max(-2, Math.min(2, dot(weights[kind][i + 1], features)));
                }
                double score = scored ? dot(weights[kind][0], features) : random.nextDouble();
                boxes.add(new Box.Scored(anchor.moved(t).clipped(Scene.WIDTH, Scene.HEIGHT), score));
            }
        }
        return boxes;
    }
    // end::propose[]

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double a, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }
}
