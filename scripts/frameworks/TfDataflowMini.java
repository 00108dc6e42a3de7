///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Prune, place and cut a dataflow graph, differentiate it by rewriting, and train on one device and on three.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES dataflow/Graph.java dataflow/Gradients.java dataflow/Kernels.java dataflow/Plan.java dataflow/Session.java

import dataflow.Gradients;
import dataflow.Graph;
import dataflow.Graph.Out;
import dataflow.Plan;
import dataflow.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** TensorFlow's idea in small: one graph holds computation, state, gradients and communication. */
class TfDataflowMini {
    /** A model as a graph: what to feed, the loss, the updates, and something that training does not need. */
    record Model(Graph graph, Out x, Out y, Out loss, List<Out> updates, Out checkpoint) {}

    // tag::model[]
    /** A net with one hidden layer; parameters on servers, arithmetic on a worker. */
    static Model model(
            String worker, String server1, String server2, int hidden, double rate) {
        var g = new Graph();
        var w1 = g.variable("w1", server1, random(4, hidden, 1));
        var w2 = g.variable("w2", server2, random(hidden, 1, 2));
        g.device = worker;
        var x = g.add("Placeholder");
        var y = g.add("Placeholder");
        var r1 = g.read(w1);
        var r2 = g.read(w2);
        var out = g.add("MatMul", g.add("Tanh", g.add("MatMul", x, r1)), r2);
        var loss = g.add("Sum", g.add("Square", g.add("Sub", out, y)));
        var updates = Gradients.descend(g, loss, List.of(r1, r2), rate);
        var checkpoint = g.add("Identity", g.read(w1));
        return new Model(g, x, y, loss, updates, checkpoint);
    }
    // end::model[]

    static double[][] random(int rows, int columns, long seed) {
        var random = new SplittableRandom(seed);
        var out = new double[rows][columns];
        for (var row : out) {
            Arrays.setAll(row, j -> random.nextDouble() - 0.5);
        }
        return out;
    }

    /** Losses of some steps of training. */
    static double[] train(Model model, Session session, int steps) {
        var inputs = random(16, 4, 3);
        var targets = new double[16][1];
        Arrays.setAll(targets, i -> new double[] {inputs[i][0] * inputs[i][1] + inputs[i][2]});
        var fetches = List.of(model.loss(), model.updates().get(0), model.updates().get(1));
        var losses = new double[steps];
        for (int step = 0; step < steps; step++) {
            losses[step] = session.run(fetches, Map.of(model.x(), inputs, model.y(), targets)).get(0)[0][0];
        }
        return losses;
    }

    // tag::factorial[]
    /** n! in a loop of primitives. */
    static double factorial(int n, long seed) {
        var g = new Graph();
        var one = g.constant(1);
        var exits = g.loop(new Out[] {one, one},
                v -> g.add("Less", v[0], g.constant(n + 1)),
                v -> new Out[] {g.add("Add", v[0], one), g.add("Mul", v[1], v[0])});
        return new Session("cpu:0", seed).run(exits[1]).get(0)[0][0];
    }
    // end::factorial[]

    /** Bytes that one step moves to a worker: all of a table, or some of its rows. */
    static long moved(int rows, int columns, int wanted) {
        var g = new Graph();
        var table = g.variable("embedding", "ps:0", new double[rows][columns]);
        g.device = "worker:0";
        var all = g.add("Identity", g.read(table));
        var indices = new double[1][Math.max(1, wanted)];
        Arrays.setAll(indices[0], k -> k);
        g.device = "ps:0";
        var some = g.gather(table, g.constant(indices));
        g.device = "worker:0";
        var session = new Session("worker:0", 1);
        session.run(wanted > 0 ? g.add("Identity", some) : all);
        return session.bytesSent;
    }

    public static void main(String... argv) {
        var args = new Args("tf-dataflow-mini", "Run one graph on one device and on three.");
        var hidden = args.whole("hidden", 8, 1, 64, "units of the hidden layer");
        var steps = args.whole("steps", 100, 1, 2000, "training steps");
        var rate = args.real("rate", 0.02, 0, 0.1, "learning rate");
        var vocabulary = args.whole("vocabulary", 40_000, 1024, 200_000, "words of the language model");
        var sampled = args.whole("sampled", 512, 1, 1024, "words of the sampled softmax");
        var seed = args.whole("seed", 1, 0, 1_000_000, "of the order in which ready operations fire");
        args.read(argv);
        var facts = new Facts("tf-dataflow-mini");
        var one = model("cpu:0", "cpu:0", "cpu:0", hidden.getAsInt(), rate.getAsDouble());
        var three = model("worker:0", "ps:0", "ps:1", hidden.getAsInt(), rate.getAsDouble());
        var onOne = train(one, new Session("cpu:0", seed.getAsInt()), steps.getAsInt());
        var session = new Session("worker:0", seed.getAsInt());
        var onThree = train(three, session, steps.getAsInt());
        facts.value("loss-first", onOne[0], "");
        facts.value("loss-last", onOne[onOne.length - 1], "");
        facts.value("differences", countDifferences(onOne, onThree), "");
        facts.value("bytes-per-step", session.bytesSent / (double) steps.getAsInt(), "byte");
        System.out.print(plans(facts, three).text() + "\n");
        facts.value("factorial", factorial(10, seed.getAsInt()), "");
        facts.value("vocabulary", vocabulary.getAsInt(), "");
        facts.value("sampled", sampled.getAsInt(), "");
        double full = moved(vocabulary.getAsInt(), 2, 0);
        facts.value("softmax-ratio", full / moved(vocabulary.getAsInt(), 2, sampled.getAsInt()), "");
        facts.value("gather-growth", (double) moved(vocabulary.getAsInt(), 2, 32) / moved(1024, 2, 32), "");
        facts.exactly("differences", 0, "tensorflow-notes, section 3.3", "where an operation runs changes no bit");
        facts.exactly("factorial", 3628800, "tensorflow-notes, section 3.4", "10!, whole numbers below 2^53");
        facts.exactly("gather-growth", 1, "tensorflow-notes, section 6.2", "sparse steps do not vary with table size");
        if (vocabulary.getAsInt() == 40_000 && sampled.getAsInt() == 512) {
            facts.within("softmax-ratio", 78, 0.0065, "tensorflow-notes, section 6.4", "printed without decimals");
        }
        System.out.print("loss " + String.format(java.util.Locale.ROOT, "%.4f -> %.4f, ", onOne[0],
                onOne[onOne.length - 1]) + "one device and three differ in "
                + countDifferences(onOne, onThree) + " of " + steps.getAsInt() + " steps\n");
        facts.finish();
    }

    private static int countDifferences(double[] a, double[] b) {
        int differences = 0;
        for (int k = 0; k < a.length; k++) {
            differences += a[k] == b[k] ? 0 : 1;
        }
        return differences;
    }

    /** What is left of the graph for each fetch, and what the cut adds. */
    private static Table plans(Facts facts, Model model) {
        var table = Table.of("fetch|%s", "operations|%d", "pairs of Send and Recv|%d", "on worker|%d", "on ps:0|%d",
                "on ps:1|%d");
        var fetches = Map.of("loss", List.of(model.loss()), "checkpoint", List.of(model.checkpoint()), "updates",
                model.updates());
        facts.value("nodes", model.graph().nodes.size(), "");
        for (var name : List.of("checkpoint", "loss", "updates")) {
            var feeds = List.of(model.x(), model.y());
            var plan = Plan.of(fetches.get(name), feeds, "worker:0");
            int kept = Plan.prune(fetches.get(name), feeds).size();
            var sizes = List.of("worker:0", "ps:0", "ps:1").stream()
                    .map(device -> plan.parts.getOrDefault(device, List.of()).size()).toList();
            table.row(name, kept, plan.pairs, sizes.get(0), sizes.get(1), sizes.get(2));
            facts.value("kept-" + name, kept, "");
            facts.value("pairs-" + name, plan.pairs, "");
        }
        return table;
    }
}
