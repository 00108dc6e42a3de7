///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train a small AlexNet on drawn shapes: grouped convolution, LRN, overlapping pools, ReLU against tanh.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES convnet/Vol.java convnet/Layer.java convnet/Conv.java convnet/Dense.java convnet/Pool.java convnet/Lrn.java
//SOURCES convnet/Dropout.java convnet/Activation.java convnet/Net.java convnet/Rule.java convnet/Trainer.java

import convnet.Activation;
import convnet.Conv;
import convnet.Dense;
import convnet.Dropout;
import convnet.Layer;
import convnet.Lrn;
import convnet.Net;
import convnet.Pool;
import convnet.Rule;
import convnet.Trainer;
import convnet.Vol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** AlexNet's parts at the size of a stamp, with gradients by hand, on shapes that the program draws. */
class AlexNetShapes {
    static final int SIDE = 16;
    static final List<String> CLASSES = List.of("disc", "square", "cross", "stripes");

    /** Draw a shape of a class, somewhere, in some size, on noise. */
    static Vol draw(int label, Random random, double noise) {
        var image = new Vol(1, SIDE, SIDE).gaussian(random, noise);
        double r = 3 + 2.5 * random.nextDouble();
        double cy = 5.5 + 4 * random.nextDouble();
        double cx = 5.5 + 4 * random.nextDouble();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double v = Math.abs(y - cy);
                double h = Math.abs(x - cx);
                boolean on = switch (label) {
                    case 0 -> v * v + h * h <= r * r;
                    case 1 -> Math.max(v, h) <= 0.85 * r;
                    case 2 -> Math.min(v, h) <= 1 && Math.max(v, h) <= r;
                    default -> Math.max(v, h) <= r && Math.floorMod((int) Math.floor(y - cy), 4) < 2;
                };
                image.w[image.at(0, y, x)] += on ? 1 : 0;
            }
        }
        return image;
    }

    // tag::net[]
    /** Two convolutions and two dense layers, in the paper's order. */
    static List<Layer> layers(Activation.Kind kind, Random random) {
        return List.of(
                new Conv(1, 8, 5, 1, 0, 1, random), new Activation(kind),
                new Lrn(2, 5, 1e-4, 0.75), new Pool(3, 2), // <1>
                new Conv(8, 16, 3, 1, 1, 2, random), // <2>
                new Activation(kind), new Pool(3, 2),
                new Dense(16 * 2 * 2, 64, random), new Activation(kind),
                new Dropout(0.5, random), new Dense(64, CLASSES.size(), random));
    }
    // end::net[]

    /** The same convolutions for the race, which knows no regularization. */
    static List<Layer> bare(Activation.Kind kind, Random random) {
        return List.of(new Conv(1, 8, 5, 1, 0, 1, random), new Activation(kind), new Pool(3, 2),
                new Conv(8, 16, 3, 1, 1, 2, random), new Activation(kind), new Pool(3, 2),
                new Conv(16, 16, 3, 1, 1, 1, random), new Activation(kind),
                new Dense(16 * 2 * 2, CLASSES.size(), random));
    }

    /** One training run: how the error fell. */
    static final class Run {
        final Net net;
        final List<Double> errors = new ArrayList<>();
        int steps = -1;

        // tag::race[]
        /** Train on fresh shapes; {@code steps} is the first batch with an error of a quarter. */
        Run(List<Layer> layers, double rate, double decay, int batches, double noise, Random random) {
            net = new Net(layers);
            var trainer = new Trainer(net, Rule.momentum(rate, 0.9), 16, decay);
            double error = 0.75; // four classes, nothing learned
            for (int b = 1; b <= batches; b++) {
                for (int i = 0; i < 16; i++) {
                    int label = random.nextInt(CLASSES.size());
                    trainer.train(draw(label, random, noise), label);
                    error += ((net.winner() == label ? 0 : 1) - error) / 160; // <1>
                }
                errors.add(error);
                steps = steps < 0 && error <= 0.25 ? b : steps;
            }
        }
        // end::race[]
    }

    /** Share of fresh shapes that are named right. */
    static double accuracy(Net net, int images, double noise, long seed) {
        var random = new Random(seed);
        int right = 0;
        for (int i = 0; i < images; i++) {
            int label = random.nextInt(CLASSES.size());
            right += net.predict(draw(label, random, noise)) == label ? 1 : 0;
        }
        return (double) right / images;
    }

    // tag::slope[]
    /** Mean slope of the first nonlinearity, pixels multiplied by {@code contrast}. */
    static double slope(Activation.Kind kind, double contrast, long seed) {
        var random = new Random(seed);
        var conv = new Conv(1, 8, 5, 1, 0, 1, random);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < 40; i++) {
            var image = draw(i % CLASSES.size(), random, 0.25);
            for (int p = 0; p < image.w.length; p++) {
                image.w[p] *= contrast;
            }
            for (double x : conv.forward(image, false).w) {
                sum += kind.slope(kind.value(x));
                count++;
            }
        }
        return sum / count;
    }
    // end::slope[]

    // tag::groups[]
    /** Largest change in the first half of the outputs when only inputs of the second half change. */
    static double leak(int groups, Random random) {
        var conv = new Conv(8, 16, 3, 1, 1, groups, random);
        var in = new Vol(8, 7, 7).gaussian(random, 1);
        var before = conv.forward(in, false);
        for (int i = in.w.length / 2; i < in.w.length; i++) {
            in.w[i] += random.nextGaussian();
        }
        var after = conv.forward(in, false);
        double most = 0;
        for (int i = 0; i < after.w.length / 2; i++) {
            most = Math.max(most, Math.abs(after.w[i] - before.w[i]));
        }
        return most;
    }
    // end::groups[]

    public static void main(String... argv) {
        var args = new Args("alex-net-shapes", "Train a small AlexNet on drawn shapes; race ReLU against tanh.");
        var batches = args.whole("batches", 400, 40, 5000, "batches of 16 shapes for the net; the race has a quarter");
        var noise = args.real("noise", 0.25, 0, 2, "deviation of the noise on the images");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of weights and shapes");
        args.read(argv);
        var facts = new Facts("alex-net-shapes");
        train(facts, batches.getAsInt(), noise.getAsDouble(), seed.getAsInt());
        race(facts, batches.getAsInt() / 4, noise.getAsDouble(), seed.getAsInt());
        saturation(facts, seed.getAsInt());
        facts.value("leak", leak(2, new Random(7)), "");
        facts.value("leak-ungrouped", leak(1, new Random(7)), "");
        facts.exactly("leak", 0, "krizhevsky2012, 3.5", "conv4 takes its input only from maps of its own GPU");
        facts.finish();
    }

    private static void train(Facts facts, int batches, double noise, int seed) {
        var random = new Random(seed);
        var layers = layers(Activation.Kind.RELU, random);
        var run = new Run(layers, 0.04, 0.0005, batches, noise, random);
        double accuracy = facts.value("accuracy", 100 * accuracy(run.net, 400, noise, 99), "%");
        facts.value("net-parameters", run.net.parameterCount(), "");
        System.out.printf(Locale.ROOT, "%d parameters, %d shapes seen: %.1f %% of fresh shapes named right\n\n",
                run.net.parameterCount(), 16 * batches, accuracy);
        var figure = Plot.of("Eight learned filters of five by five weights, side by side: edges in several directions,"
                        + " and blobs.").height(340).axis("x", "filter").ticks(List.of(), List.of())
                .axis("y", "").ticks(List.of(), List.of()).axis("fill", "weight")
                .columns("left", "right", "bottom", "top", "weight");
        var filters = layers.get(0).parameters().get(0);
        for (int m = 0; m < filters.depth; m++) {
            for (int i = 0; i < 25; i++) {
                int x = m % 4 * 6 + i % 5;
                int y = -(m / 4) * 6 - i / 5;
                figure.row(x, x + 1, y, y + 1, filters.w[filters.at(m, i / 5, i % 5)]);
            }
        }
        facts.figure("filters", figure.layer("rect").map("xmin", "left").map("xmax", "right").map("ymin", "bottom")
                .map("ymax", "top").map("fill", "weight"));
    }

    private static void race(Facts facts, int batches, double noise, int seed) {
        var table = Table.of("unit|%s", "learning rate|%.2f", "batches to 25 % error|%s", "error at the end|%.2f");
        var figure = Plot.of("Two curves of running training error fall from 0.75 and stay close to each other.")
                .axis("x", "batches of 16 shapes").axis("y", "running training error").limits(0, 0.8)
                .axis("color", "unit").columns("batch", "error", "kind").map("x", "batch").map("y", "error")
                .map("color", "kind");
        for (var kind : List.of(Activation.Kind.RELU, Activation.Kind.TANH)) {
            Run best = null;
            for (double rate : new double[] {0.01, 0.03}) {
                var random = new Random(seed);
                var run = new Run(bare(kind, random), rate, 0, batches, noise, random);
                table.row(name(kind), rate, run.steps < 0 ? "not reached" : Integer.toString(run.steps),
                        run.errors.get(batches - 1));
                boolean faster = best == null || best.steps < 0 || run.steps > 0 && run.steps < best.steps;
                best = faster ? run : best;
            }
            for (int b = 0; b < batches; b++) {
                figure.row(b + 1, best.errors.get(b), name(kind));
            }
            if (best.steps > 0) {
                facts.value("batches-" + name(kind).toLowerCase(Locale.ROOT), best.steps, "");
            }
        }
        System.out.print(table.text() + "\n");
        facts.figure("race", figure.layer("line").set("size", 1));
    }

    private static String name(Activation.Kind kind) {
        return kind == Activation.Kind.RELU ? "ReLU" : "tanh";
    }

    private static void saturation(Facts facts, int seed) {
        var table = Table.of("contrast of the pixels|%.0f", "mean slope, ReLU|%.3f", "mean slope, tanh|%.3f");
        for (double contrast : new double[] {1, 16, 255}) {
            double relu = slope(Activation.Kind.RELU, contrast, seed);
            double tanh = slope(Activation.Kind.TANH, contrast, seed);
            table.row(contrast, relu, tanh);
            facts.value("slope-relu-" + (int) contrast, relu, "");
            facts.value("slope-tanh-" + (int) contrast, tanh, "");
        }
        System.out.print(table.text());
    }
}
