///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Differentiate the RNN step of the PyTorch paper, and see what a result keeps alive and a tape does not let go.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES autograd/Fn.java autograd/Storage.java autograd/Variable.java

import autograd.Fn;
import autograd.Variable;
import java.util.SplittableRandom;

/** Reverse mode without a tape: every result knows what made it, and nobody knows everything. */
class AutodiffNoTape {
    static double[] random(int n, long seed) {
        return new SplittableRandom(seed).doubles(n, -0.5, 0.5).toArray();
    }

    // tag::rnn[]
    /** One step of a recurrent net, summed: the example of the paper. */
    static Variable rnn(Variable x, Variable h, Variable wx, Variable wh) {
        var next = wx.matmul(x.transpose()).add(wh.matmul(h.transpose()));
        return next.tanh().sum();
    }
    // end::rnn[]

    /** Largest deviation of the derivative by an input weight from its closed form, (1 - tanh^2) x. */
    static double closedForm(double[] x, double[] h, double[] wx, double[] wh, double[] got) {
        double worst = 0;
        for (int i = 0; i < h.length; i++) {
            double z = 0;
            for (int j = 0; j < x.length; j++) {
                z += wx[i * x.length + j] * x[j];
            }
            for (int j = 0; j < h.length; j++) {
                z += wh[i * h.length + j] * h[j];
            }
            double y = StrictMath.tanh(z);
            for (int j = 0; j < x.length; j++) {
                worst = Math.max(worst, Math.abs(got[i * x.length + j] - (1 - y * y) * x[j]));
            }
        }
        return worst;
    }

    // tag::loop[]
    /** A state that lives on, and in each step a side result that is dropped. */
    static Variable loop(Variable w, int steps, boolean cut) {
        var state = w;
        for (int step = 0; step < steps; step++) {
            var next = cut ? state.detach().mul(w) : state.mul(w);
            var monitor = next.mul(next).scale(0.5).add(next).tanh().sum();
            state = monitor.values()[0] < 1e9 ? next : state; // looked at, dropped
        }
        return state;
    }
    // end::loop[]

    public static void main(String... argv) {
        var args = new Args("autodiff-no-tape", "Differentiate by what each result remembers.");
        var in = args.whole("inputs", 10, 1, 100, "width of the input");
        var hidden = args.whole("hidden", 20, 1, 100, "width of the state");
        var steps = args.whole("steps", 100, 1, 2000, "steps of the loop with side results");
        var at = args.real("at", 1.5, -100, 100, "where to differentiate x^3 twice");
        args.read(argv);
        var facts = new Facts("autodiff-no-tape");
        rnnStep(facts, in.getAsInt(), hidden.getAsInt());
        memory(facts, steps.getAsInt());
        var x = Variable.leaf(1, 1, at.getAsDouble());
        x.mul(x).mul(x).backwardAgain();
        var first = x.grad;
        x.grad = null;
        first.sum().backward();
        facts.value("second-derivative", x.grad.values()[0], "");
        facts.value("at", at.getAsDouble(), "");
        double off = Math.abs(x.grad.values()[0] - 6 * at.getAsDouble());
        facts.value("second-digits", digits(off / Math.max(1e-3, 6 * Math.abs(at.getAsDouble()))), "");
        facts.atLeast("second-digits", 12, "pytorch-autodiff, functions of functions", "x^3 twice is 6x, rounded");
        var y = x.scale(2);
        var z = y.mul(y).sum();
        y.scaleInPlace(3);
        System.out.print("after an in-place change: " + message(z) + "\n");
        facts.finish();
    }

    /** Decimal places before two numbers part; 17 when they do not. */
    private static double digits(double error) {
        return error < 1e-17 ? 17 : -Math.log10(error);
    }

    private static String message(Variable of) {
        try {
            of.backward();
            return "nothing was noticed";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private static void rnnStep(Facts facts, int in, int hidden) {
        var x = random(in, 1);
        var h = random(hidden, 2);
        var wx = Variable.leaf(hidden, in, random(hidden * in, 3));
        var wh = Variable.leaf(hidden, hidden, random(hidden * hidden, 4));
        var inputs = Variable.constant(1, in, x);
        var before = Variable.constant(1, hidden, h);
        Variable.resetOperations();
        var out = rnn(inputs, before, wx, wh);
        double forward = Variable.operations();
        Variable.resetOperations();
        out.backward();
        double backward = Variable.operations();
        facts.value("functions", Fn.reachable(out), "");
        facts.value("flop-ratio", backward / forward, "");
        facts.value("closed-form-digits", digits(closedForm(x, h, wx.values(), wh.values(), wx.grad.values())), "");
        double worst = 0;
        for (int k = 0; k < wh.values().length; k++) {
            double difference = 0;
            for (int side = 1; side >= -1; side -= 2) {
                var moved = wh.values();
                moved[k] += side * 1e-5;
                var w = Variable.constant(hidden, hidden, moved);
                difference += side * rnn(inputs, before, wx.detach(), w).values()[0];
            }
            worst = Math.max(worst, Math.abs(difference / 2e-5 - wh.grad.values()[k]));
        }
        facts.value("difference-digits", digits(worst), "");
        facts.atLeast("closed-form-digits", 12, "pytorch-autodiff, worked example", "the same products in another order");
        facts.atLeast("difference-digits", 7, "pytorch-autodiff, worked example", "central differences with a step of 1e-5");
    }

    private static void memory(Facts facts, int steps) {
        var figure = Plot.of("Three lines of functions kept alive over the steps of a loop: a tape climbs steeply, a"
                        + " result without tape slowly, and with a detached state it stays flat.")
                .axis("x", "steps").axis("y", "functions kept alive").axis("color", "kept by")
                .columns("steps", "kept", "by").map("x", "steps").map("y", "kept").map("color", "by");
        var table = Table.of("steps|%d", "tape|%d", "result|%d", "result, state detached|%d");
        for (int part = 1; part <= 4; part++) {
            int n = Math.max(1, steps * part / 4);
            var w = Variable.leaf(1, 1, 0.9);
            int taped = Fn.taped(() -> loop(w, n, false));
            int kept = Fn.reachable(loop(w, n, false));
            int cut = Fn.reachable(loop(w, n, true));
            table.row(n, taped, kept, cut);
            figure.row(n, taped, "a tape").row(n, kept, "the result").row(n, cut, "the result, state detached");
            if (part == 4) {
                facts.value("steps", n, "");
                facts.value("kept-tape", taped, "");
                facts.value("kept-result", kept, "");
                facts.value("kept-detached", cut, "");
                facts.value("tape-over-result", (double) taped / kept, "");
            }
        }
        facts.figure("memory", figure.layer("line").layer("point").set("size", 3));
        System.out.print(table.text() + "\n");
    }
}
