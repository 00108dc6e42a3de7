///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Gates from perceptrons, one slow neuron, the four equations of backpropagation, and digits learned by them.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES nielsen/Network.java ../courses/probe/Glyphs.java

import java.util.List;
import java.util.Locale;
import java.util.Random;
import nielsen.Network;
import probe.Glyphs;

/** Four experiments of the book's first three chapters. */
class NielsenBackprop {
    // tag::gates[]
    /** A perceptron with weights -2 and -2 and bias 3: nand. */
    static int nand(int x, int y) {
        return -2 * x - 2 * y + 3 > 0 ? 1 : 0;
    }

    /** Sum and carry of two bits, from five nands. */
    static int[] halfAdder(int x, int y) {
        int both = nand(x, y);
        return new int[] {nand(nand(x, both), nand(y, both)), nand(both, both)};
    }
    // end::gates[]

    // tag::neuron[]
    /** Outputs of one neuron that should learn to say 0 when it sees 1. */
    static double[] neuron(double weight, double bias,
            double rate, int epochs, boolean crossEntropy) {
        var outputs = new double[epochs + 1];
        for (int epoch = 0; epoch <= epochs; epoch++) {
            double a = Network.sigmoid(weight + bias);
            outputs[epoch] = a;
            double delta = crossEntropy ? a : a * a * (1 - a); // <1>
            weight -= rate * delta;
            bias -= rate * delta;
        }
        return outputs;
    }
    // end::neuron[]

    // tag::check[]
    /** Largest difference between the equations and slopes measured by moving a weight. */
    static double disagreement(Network net, double[] x, double[] target) {
        net.step(0, 1); // forget
        net.learn(x, target);
        double worst = 0;
        for (int l = 0; l < net.weights.length; l++) {
            for (int j = 0; j < net.weights[l].length; j++) {
                double slope = slope(net, net.biases[l], j, x, target);
                worst = Math.max(worst, Math.abs(slope - net.biasSlopes[l][j]));
                for (int k = 0; k < net.weights[l][j].length; k++) {
                    slope = slope(net, net.weights[l][j], k, x, target);
                    worst = Math.max(worst, Math.abs(slope - net.weightSlopes[l][j][k]));
                }
            }
        }
        return worst;
    }
    // end::check[]

    private static double slope(Network net, double[] parameters, int at, double[] x, double[] target) {
        double kept = parameters[at];
        parameters[at] = kept + 1e-5;
        double up = net.cost(x, target);
        parameters[at] = kept - 1e-5;
        double down = net.cost(x, target);
        parameters[at] = kept;
        return (up - down) / 2e-5;
    }

    /** Numbers from N(0, 1). */
    static double[] gaussian(int size, Random random) {
        var x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = random.nextGaussian();
        }
        return x;
    }

    public static void main(String... argv) {
        var args = new Args("nielsen-backprop", "Experiments of Nielsen's first three chapters.");
        var hidden = args.whole("hidden", 30, 1, 200, "hidden neurons of the net for digits");
        var epochs = args.whole("epochs", 30, 1, 100, "passes over the digits");
        var rate = args.real("rate", 3, 1e-3, 100, "learning rate");
        var noise = args.real("noise", 0.2, 0, 2, "deviation of the noise on a pixel");
        var seed = args.whole("seed", 1, 0, 99999, "of weights and digits");
        args.read(argv);
        var facts = new Facts("nielsen-backprop");
        gates(facts);
        neurons(facts);
        equations(facts, seed.getAsInt());
        digits(facts, hidden.getAsInt(), epochs.getAsInt(), rate.getAsDouble(), noise.getAsDouble(), seed.getAsInt());
        if (argv.length == 0) {
            facts.atLeast("accuracy", 95, "nielsen2015, chapter 1", "trend of the 95.42 % on MNIST; other digits");
        }
        facts.finish();
    }

    private static void gates(Facts facts) {
        int right = 0;
        for (int x = 0; x <= 1; x++) {
            for (int y = 0; y <= 1; y++) {
                var sum = halfAdder(x, y);
                right += sum[0] + 2 * sum[1] == x + y ? 1 : 0;
            }
        }
        facts.value("sums", right, "");
        facts.exactly("sums", 4, "nielsen2015, chapter 1", "nand is universal: all four sums of two bits");
    }

    private static void neurons(Facts facts) {
        var table = Table.of("cost|%s", "rate|%.3f", "start|%.1f", "first output|%.2f", "after 300 epochs|%.2f");
        var figure = Plot.of("Output of one neuron over 300 epochs: the start at 0.82 falls at once; the start at 0.98 stays"
                        + " flat for half of the time; with cross-entropy both fall at once.")
                .axis("x", "epoch").axis("y", "output, wanted is 0").limits(0, 1).axis("color", "cost and first weight")
                .columns("epoch", "output", "line").map("x", "epoch").map("y", "output").map("color", "line");
        for (boolean crossEntropy : new boolean[] {false, true}) {
            for (boolean bad : new boolean[] {false, true}) {
                double weight = bad ? 2 : 0.6;
                double rate = crossEntropy ? 0.005 : 0.15;
                var outputs = neuron(weight, bad ? 2 : 0.9, rate, 300, crossEntropy);
                var cost = crossEntropy ? "cross-entropy" : "quadratic";
                table.row(cost, rate, weight, outputs[0], outputs[300]);
                var name = (crossEntropy ? "entropy" : "quadratic") + (bad ? "-bad" : "-good");
                facts.value(name + "-start", outputs[0], "");
                facts.value(name + "-end", outputs[300], "");
                facts.value(name + "-share", (outputs[0] - outputs[100]) / (outputs[0] - outputs[300]), "");
                for (int epoch = 0; epoch <= 300; epoch += 5) {
                    figure.row(epoch, outputs[epoch], cost + ", " + Facts.number(weight));
                }
            }
        }
        facts.within("quadratic-good-start", 0.82, 0.005, "nielsen2015, chapter 3", "printed with two digits");
        facts.within("quadratic-good-end", 0.09, 0.056, "nielsen2015, chapter 3", "printed with one digit: 0.005 of 0.09");
        facts.within("quadratic-bad-start", 0.98, 0.005, "nielsen2015, chapter 3", "printed with two digits");
        facts.figure("neuron", figure.layer("line").set("size", 1));
        System.out.print(table.text() + "\n");
    }

    private static void equations(Facts facts, int seed) {
        var random = new Random(seed);
        var small = new Network(random, 6, 5, 4, 3);
        facts.value("disagreement", disagreement(small, gaussian(6, random), gaussian(3, random)), "");
        facts.atMost("disagreement", 1e-7, "nielsen2015, chapter 2", "central differences with a step of 1e-5");
        var table = Table.of("net|%s", "weights|%,d", "forward|%,d", "backprop|%,d", "ratio|%.2f",
                "one weight at a time|%,d");
        for (var sizes : List.of(new int[] {6, 5, 4, 3}, new int[] {64, 30, 10}, new int[] {784, 30, 10},
                new int[] {784, 100, 100, 10})) {
            var net = new Network(random, sizes);
            net.forward(new double[sizes[0]]);
            long forward = net.multiplications;
            net.learn(new double[sizes[0]], new double[sizes[sizes.length - 1]]);
            long backprop = net.multiplications - forward;
            var name = java.util.Arrays.toString(sizes);
            table.row(name, net.weightCount(), forward, backprop, (double) backprop / forward,
                    forward * (net.weightCount() + 1));
            if (sizes[0] == 784 && sizes.length == 3) {
                facts.value("weights", net.weightCount(), "");
                facts.value("ratio", (double) backprop / forward, "");
                facts.value("saved", (double) forward * (net.weightCount() + 1) / backprop, "");
            }
        }
        System.out.print(table.text() + "\n");
        facts.atMost("ratio", 3, "nielsen2015, chapter 2", "about two passes; the lowest layer needs no error below");
    }

    // tag::digits[]
    /** Share of digits right after each pass over {@code seen}, ten at a time. */
    static double[] train(Network net, Glyphs.Batch seen, Glyphs.Batch fresh,
            int epochs, double rate) {
        var accuracy = new double[epochs + 1];
        accuracy[0] = accuracy(net, fresh);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int n = 0; n < seen.labels().length; n++) {
                var target = new double[Glyphs.CLASSES];
                target[seen.labels()[n]] = 1;
                net.learn(seen.images()[n], target);
                if (n % 10 == 9) {
                    net.step(rate, 10);
                }
            }
            accuracy[epoch] = accuracy(net, fresh);
        }
        return accuracy;
    }
    // end::digits[]

    static double accuracy(Network net, Glyphs.Batch batch) {
        double right = 0;
        for (int n = 0; n < batch.labels().length; n++) {
            var a = net.forward(batch.images()[n]);
            int best = 0;
            for (int c = 1; c < a.length; c++) {
                best = a[c] > a[best] ? c : best;
            }
            right += best == batch.labels()[n] ? 1 : 0;
        }
        return right / batch.labels().length;
    }

    private static void digits(Facts facts, int hidden, int epochs, double rate, double noise, int seed) {
        var random = new Random(seed);
        var seen = Glyphs.draw(3000, noise, random);
        var fresh = Glyphs.draw(500, noise, random);
        var net = new Network(random, Glyphs.PIXELS, hidden, Glyphs.CLASSES);
        var accuracy = train(net, seen, fresh, epochs, rate);
        facts.value("accuracy", 100 * accuracy[epochs], "%");
        facts.value("accuracy-1", 100 * accuracy[1], "%");
        System.out.printf(Locale.ROOT, "[64, %d, 10] on drawn digits: %.1f %% after one epoch, %.1f %% after %d\n", hidden,
                100 * accuracy[1], 100 * accuracy[epochs], epochs);
        var figure = Plot.of("What eight hidden neurons look for: patterns of light and dark on eight by eight pixels.")
                .height(340).axis("x", "hidden neuron").ticks(List.of(), List.of()).axis("y", "")
                .ticks(List.of(), List.of()).axis("fill", "weight").columns("left", "right", "bottom", "top", "weight");
        for (int j = 0; j < Math.min(8, hidden); j++) {
            for (int p = 0; p < Glyphs.PIXELS; p++) {
                int x = j % 4 * 9 + p % 8;
                int y = -(j / 4) * 9 - p / 8;
                figure.row(x, x + 1, y, y + 1, net.weights[0][j][p]);
            }
        }
        facts.figure("features", figure.layer("rect").map("xmin", "left").map("xmax", "right").map("ymin", "bottom")
                .map("ymax", "top").map("fill", "weight"));
    }
}
