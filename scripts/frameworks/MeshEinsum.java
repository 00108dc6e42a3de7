///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Lay tensors out over a mesh by the names of their dimensions, train a net, and count what each layout moves.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES meshtf/Layout.java meshtf/Machine.java meshtf/Slices.java

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import meshtf.Layout;
import meshtf.Layout.Dim;
import meshtf.Machine;
import meshtf.Machine.Laid;

/** Mesh-TensorFlow in small: a layout changes what is moved, and never what comes out. */
class MeshEinsum {
    /** The net of the README: images, a hidden layer, classes. */
    record Net(Dim batch, Dim rows, Dim cols, Dim hidden, Dim classes) {
        static Net of(int batch, int side, int hidden) {
            return new Net(new Dim("batch", batch), new Dim("rows", side), new Dim("cols", side),
                    new Dim("hidden", hidden), new Dim("classes", 10));
        }

        List<List<Dim>> shapes() {
            return List.of(List.of(batch, rows, cols), List.of(rows, cols, hidden), List.of(batch, hidden),
                    List.of(hidden, classes), List.of(batch, classes));
        }
    }

    /** What a step leaves: the loss, the all-reduces of the forward pass, and the new weights. */
    record Step(double loss, int forwardReductions, Laid w1, Laid w2) {}

    // tag::step[]
    /** One step of gradient descent; no line knows about processors. */
    static Step step(
            Machine m, Net net, Laid images, Laid labels, Laid w1, Laid w2) {
        var hidden = List.of(net.batch(), net.hidden());
        var classes = List.of(net.batch(), net.classes());
        double n = net.batch().size();
        var z = m.einsum(hidden, images, w1);
        var h = m.map(z, x -> Math.max(x, 0));
        var logits = m.einsum(classes, h, w2);
        int forward = m.reductions;
        var sum = m.einsum(List.of(net.batch()), m.map(logits, StrictMath::exp));
        var logp = m.zip(logits, sum, (x, s) -> x - StrictMath.log(s));
        var loss = m.einsum(List.of(), m.zip(labels, logp, (y, l) -> -y * l / n));
        var dLogits = m.zip(logp, labels, (l, y) -> (StrictMath.exp(l) - y) / n);
        var dw2 = m.gradient(w2, dLogits, h);
        var dh = m.gradient(h, dLogits, w2);
        var dz = m.zip(dh, z, (g, x) -> x > 0 ? g : 0);
        var dw1 = m.gradient(w1, dz, images);
        return new Step(loss.slices()[0].length > 0 ? loss.slices()[0][0] : 0, forward,
                m.zip(w1, dw1, (w, g) -> w - 0.5 * g), m.zip(w2, dw2, (w, g) -> w - 0.5 * g));
    }
    // end::step[]

    /** Losses of some steps on made-up images. */
    static double[] train(Machine m, Net net, int steps) {
        var random = new SplittableRandom(1);
        int b = net.batch().size();
        int pixels = net.rows().size() * net.cols().size();
        var images = random.doubles((long) b * pixels).toArray();
        var labels = new double[b * 10];
        for (int i = 0; i < b; i++) {
            labels[10 * i + (int) (10 * images[i * pixels])] = 1;
        }
        var w1 = m.put(net.shapes().get(1), random.doubles((long) pixels * net.hidden().size(), -0.3, 0.3).toArray());
        var w2 = m.put(net.shapes().get(3), random.doubles(10L * net.hidden().size(), -0.3, 0.3).toArray());
        var x = m.put(net.shapes().get(0), images);
        var y = m.put(net.shapes().get(4), labels);
        var losses = new double[steps];
        for (int step = 0; step < steps; step++) {
            var done = step(m, net, x, y, w1, w2);
            losses[step] = done.loss();
            w1 = done.w1();
            w2 = done.w2();
        }
        return losses;
    }

    /** What one step of a net costs, counted without doing it. */
    static Machine count(Layout layout, Net net) {
        var m = new Machine(layout, true);
        step(m, net, m.put(net.shapes().get(0)), m.put(net.shapes().get(4)), m.put(net.shapes().get(1)),
                m.put(net.shapes().get(3)));
        return m;
    }

    static final List<Dim> LINE = List.of(new Dim("all_processors", 4));
    static final List<Dim> SQUARE = List.of(new Dim("processor_rows", 2), new Dim("processor_cols", 2));
    private static final List<String> NAMES = List.of("no rule", "data", "model", "mixed");

    static List<Layout> layouts() {
        return List.of(new Layout(LINE, ""), new Layout(LINE, "batch:all_processors"),
                new Layout(LINE, "hidden:all_processors"),
                new Layout(SQUARE, "batch:processor_rows;hidden:processor_cols"));
    }

    public static void main(String... argv) {
        var args = new Args("mesh-einsum", "Lay out a net over four processors in every legal way.");
        var batch = args.whole("batch", 100, 4, 1000, "images in a batch; a multiple of 4");
        var hidden = args.whole("hidden", 1024, 4, 8192, "hidden units; a multiple of 4");
        var side = args.whole("side", 28, 1, 64, "pixels along a side of an image");
        args.read(argv);
        if (batch.getAsInt() % 4 + hidden.getAsInt() % 4 > 0) {
            System.err.print("mesh-einsum: --batch and --hidden must be multiples of 4 (--help lists the options)\n");
            System.exit(2);
        }
        System.out.print("4 processors, " + batch.getAsInt() + " images in a batch\n\n");
        var facts = new Facts("mesh-einsum");
        readme(facts);
        expectReadme(facts);
        var net = Net.of(batch.getAsInt(), side.getAsInt(), hidden.getAsInt());
        var table = Table.of("layout|%s", "all-reduced|%,d", "products|%,d", "each done|%.0f times", "held|%,d",
                "loss after 5 steps|%.6f");
        double worst = 0;
        double[] want = train(new Machine(layouts().get(0), false), Net.of(20, 4, 16), 5);
        for (int k = 0; k < 4; k++) {
            var m = count(layouts().get(k), net);
            double[] losses = train(new Machine(layouts().get(k), false), Net.of(20, 4, 16), 5);
            worst = Math.max(worst, Math.abs(losses[4] - want[4]));
            double duplicated = (double) m.multiplied * layouts().get(k).processors() / m.unique;
            table.row(NAMES.get(k), m.moved, m.multiplied, duplicated, m.held, losses[4]);
            facts.value("moved-" + NAMES.get(k).replace(' ', '-'), m.moved, "");
            facts.value("duplicated-" + NAMES.get(k).replace(' ', '-'), duplicated, "");
            facts.value("held-" + NAMES.get(k).replace(' ', '-'), m.held, "");
        }
        System.out.print(table.text() + "\n");
        facts.value("loss-digits", worst < 1e-17 ? 17 : -Math.log10(worst), "");
        facts.atLeast("loss-digits", 10, "mesh-tf-repo, README", "layouts do not affect results but for roundoff");
        search(facts, net);
        if (argv.length == 0) {
            facts.exactly("moved-data", 813056, "mesh-tf-repo, README", "its sizes and its rule: 28 x 28 x 1024 + 1024 x 10");
            facts.exactly("moved-model", 1000, "mesh-tf-repo, README", "its sizes and its rule: 100 x 10 logits");
            facts.exactly("moved-mixed", 407028, "mesh-tf-repo, README", "its sizes and its rule: half the weights, half the logits");
        }
        facts.finish();
    }

    // tag::readme[]
    private static void readme(Facts facts) {
        var images = List.of(new Dim("batch", 100), new Dim("rows", 28),
                new Dim("cols", 28), new Dim("channels", 3));
        var mesh = List.of(new Dim("processor_rows", 2), new Dim("processor_cols", 4));
        var byBatch = new Layout(mesh, "batch:processor_cols");
        var byTile = new Layout(mesh, "rows:processor_rows;cols:processor_cols");
        facts.value("slice-batch", byBatch.slice(images)[0], "");
        facts.value("begin-batch", byBatch.begin(images, 3)[0], ""); // processor (0, 3)
        facts.value("shared", byBatch.begin(images, 7)[0], ""); // processor (1, 3)
        facts.value("slice-rows", byTile.slice(images)[1], "");
        facts.value("slice-cols", byTile.slice(images)[2], "");
        facts.value("begin-cols", byTile.begin(images, 1)[2], ""); // processor (0, 1)
        var illegal = List.of("batch:processor_rows;rows:processor_rows",
                "channels:processor_rows");
        facts.value("refused", illegal.stream()
                .filter(rules -> !new Layout(mesh, rules).legal(List.of(images))).count(), "");
    }
    // end::readme[]

    private static void expectReadme(Facts facts) {
        var source = "mesh-tf-repo, README, Example Layouts";
        facts.exactly("slice-batch", 25, source, "a size");
        facts.exactly("begin-batch", 75, source, "an index");
        facts.exactly("shared", 75, source, "an index");
        facts.exactly("slice-rows", 14, source, "a size");
        facts.exactly("slice-cols", 7, source, "a size");
        facts.exactly("begin-cols", 7, source, "an index");
        facts.exactly("refused", 2, source, "a count");
    }

    // tag::search[]
    /** All legal layouts of the net on a mesh of two by two. */
    static List<Layout> legal(Net net) {
        var dims = List.of("batch", "rows", "cols", "hidden", "classes");
        var found = new ArrayList<Layout>();
        for (int code = 0; code < 243; code++) { // <1>
            var rules = new ArrayList<String>();
            for (int k = 0, rest = code; k < dims.size(); k++, rest /= 3) {
                if (rest % 3 > 0) {
                    rules.add(dims.get(k) + ":" + SQUARE.get(rest % 3 - 1).name());
                }
            }
            var layout = new Layout(SQUARE, String.join(";", rules));
            if (layout.legal(net.shapes())) {
                found.add(layout);
            }
        }
        return found;
    }
    // end::search[]

    private static void search(Facts facts, Net net) {
        var figure = Plot.of("Points for all legal layouts, numbers held against numbers all-reduced on logarithmic axes;"
                        + " the four layouts of the text are marked.")
                .logAxis("x", "numbers all-reduced per step and processor, plus one").limits(0.7, 3e6)
                .ticks(List.of(1, 1000, 1_000_000), List.of("1", "thousand", "million"))
                .logAxis("y", "numbers held per processor").limits(5e5, 4e6)
                .ticks(List.of(500_000, 1_000_000, 2_000_000, 4_000_000), List.of("0.5 M", "1 M", "2 M", "4 M")).axis("color", "layout")
                .columns("moved", "held", "which").map("x", "moved").map("y", "held").map("color", "which")
                .layer("point").set("size", 3).columns("moved", "held", "which");
        Layout least = null;
        Layout quiet = null;
        for (var layout : legal(net)) {
            var m = count(layout, net);
            figure.row(1.0 + m.moved, m.held, "legal");
            least = least == null || m.held < count(least, net).held ? layout : least;
            boolean busy = m.multiplied * 4 == m.unique;
            quiet = busy && (quiet == null || m.moved < count(quiet, net).moved) ? layout : quiet;
        }
        figure.layer("point").set("size", 5).columns("moved", "held", "which");
        for (int k = 0; k < 4; k++) {
            var m = count(layouts().get(k), net);
            figure.row(1.0 + m.moved, m.held, NAMES.get(k));
        }
        facts.value("legal", legal(net).size(), "");
        facts.value("quiet-moved", quiet == null ? 0 : count(quiet, net).moved, "");
        facts.value("least-held", count(least, net).held, "");
        facts.figure("layouts", figure);
        System.out.print(legal(net).size() + " legal layouts on 2 x 2\nleast memory:\n  " + least
                + "\nfewest all-reduced, no work twice:\n  " + (quiet == null ? "none" : quiet) + "\n");
    }
}
