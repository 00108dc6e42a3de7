///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Turn a Transformer block for one device and a few hints into one program for a mesh of devices, and run it.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES gspmd/Arithmetic.java gspmd/Block.java gspmd/Machine.java gspmd/Node.java gspmd/Partitioner.java
//SOURCES gspmd/Programs.java gspmd/Propagation.java gspmd/Step.java

import gspmd.Block;
import gspmd.Machine;
import gspmd.Node;
import gspmd.Partitioner;
import gspmd.Programs;
import gspmd.Propagation;
import gspmd.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small SPMD partitioner: hints in, shardings everywhere, one program for all devices. */
class MiniGspmd {
    private static final long MOST_NUMBERS = 30_000_000; // of all devices together, 8 bytes each
    private static final long MOST_PRODUCTS = 400_000_000; // of one run of the block

    // tag::hints[]
    /** Hints by name: a character per dimension, a mesh axis or a dot. */
    static Map<String, Map<String, String>> hints() {
        var hints = new LinkedHashMap<String, Map<String, String>>();
        hints.put("none", Map.of());
        hints.put("batch", Map.of("x", "X.."));
        hints.put("batch-heads", Map.of("x", "X..", "wq", ".Y.", "w1", ".Y")); // <1>
        hints.put("sequence", Map.of("x", ".X."));
        hints.put("sequence-heads", Map.of("x", ".X.", "scores", ".X..")); // <2>
        return hints;
    }
    // end::hints[]

    /** What a run on a mesh gave. */
    record Run(Map<String, String> shardings, List<Step> steps, double sent, double error) {
        static Run of(List<Node> program, Map<String, String> hints, int x, int y, int seed) {
            var inputs = Machine.inputs(program, seed);
            var whole = Propagation.complete(program, Map.of());
            var alone = new Machine(1, 1).run(program, whole, Partitioner.partition(program, whole), inputs, "z");
            var shardings = Propagation.complete(program, hints);
            var steps = Partitioner.partition(program, shardings);
            var machine = new Machine(x, y);
            var there = machine.run(program, shardings, steps, inputs, "z");
            return new Run(shardings, steps, machine.sentPerDevice(), distance(alone, there));
        }

        long count(Step.Op op) {
            return steps.stream().filter(step -> step.op() == op).count();
        }
    }

    private static double distance(Block a, Block b) {
        double worst = a.data().length == b.data().length ? 0 : Double.MAX_VALUE;
        for (int i = 0; i < Math.min(a.data().length, b.data().length); i++) {
            worst = Math.max(worst, Math.abs(a.data()[i] - b.data()[i]));
        }
        return worst;
    }

    public static void main(String... argv) {
        var args = new Args("mini-gspmd",
                "Turn a Transformer block for one device and a few hints into one program for a mesh of devices, and run it.");
        var x = args.whole("x", 2, 1, 16, "devices along mesh axis X");
        var y = args.whole("y", 4, 1, 16, "devices along mesh axis Y");
        var batch = args.whole("batch", 4, 1, 64, "sequences");
        var sequence = args.whole("sequence", 16, 1, 64, "tokens of a sequence");
        var width = args.whole("width", 32, 1, 128, "numbers of a token");
        var heads = args.whole("heads", 16, 1, 64, "attention heads");
        var head = args.whole("head-width", 2, 1, 32, "numbers of a token in a head");
        var inner = args.whole("inner", 64, 1, 256, "inner width of the MLP");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of the numbers");
        args.read(argv);
        int b = batch.getAsInt();
        int s = sequence.getAsInt();
        int h = width.getAsInt();
        int n = heads.getAsInt();
        int d = head.getAsInt();
        int f = inner.getAsInt();
        refuseTooMuch(Math.max(16, x.getAsInt() * y.getAsInt()), 4L * b * s * (h + n * d + f) + 2L * b * n * s * s,
                4L * b * s * h * n * d + 2L * b * n * s * s * d + 2L * b * s * h * f);
        System.out.print("a mesh of " + x.getAsInt() + " x " + y.getAsInt() + " devices\n\n");
        var program = Programs.block(b, s, h, n, d, f);
        var facts = new Facts("mini-gspmd");
        compare(facts, program, x.getAsInt(), y.getAsInt(), seed.getAsInt());
        int t = y.getAsInt();
        double local = (double) ((b + x.getAsInt() - 1) / x.getAsInt()) * s * h;
        facts.within("sent-batch-heads", 4.0 * (t - 1) / t * local, 1e-12, "megatron2021, Section 3.2",
                "half of the 8bsh(t-1)/t of a layer: the forward pass");
        growth(facts, program, seed.getAsInt());
        facts.finish();
    }

    /** Every device may have to hold and compute everything; leave if that would take gigabytes or minutes. */
    private static void refuseTooMuch(int devices, long numbers, long products) {
        if (devices * numbers > MOST_NUMBERS || devices * products > MOST_PRODUCTS) {
            System.err.print("mini-gspmd: this block on " + devices + " devices is too much for one machine to imitate:"
                    + " at most " + MOST_NUMBERS + " numbers and " + MOST_PRODUCTS
                    + " products (--help lists the options)\n");
            System.exit(2);
        }
    }

    private static void compare(Facts facts, List<Node> program, int x, int y, int seed) {
        var table = Table.of("hints|%s", "steps|%d", "slices|%d", "all-reduces|%d", "all-gathers|%d", "all-to-alls|%d",
                "sent|%.0f");
        double worst = 0;
        for (var hint : hints().entrySet()) {
            var run = Run.of(program, hint.getValue(), x, y, seed);
            var name = hint.getKey();
            table.row(name, run.steps().size(), run.count(Step.Op.SLICE), run.count(Step.Op.ALL_REDUCE),
                    run.count(Step.Op.GATHER), run.count(Step.Op.ALL_TO_ALL), run.sent());
            facts.value("steps-" + name, run.steps().size(), "");
            facts.value("sent-" + name, run.sent(), "");
            facts.value("all-reduces-" + name, run.count(Step.Op.ALL_REDUCE), "");
            facts.value("collectives-" + name, run.steps().stream().filter(step -> step.op().collective()).count(), "");
            worst = Math.max(worst, run.error());
            if (name.equals("batch-heads")) {
                run.steps().forEach(step -> System.out.print(step.text() + "\n"));
                System.out.print("\n");
            }
        }
        System.out.print(table.text() + "\n");
        facts.value("error", worst, "");
        facts.value("error-ulp", worst / Math.ulp(1.0), "ulp");
        facts.atMost("error", 1e-10, "gspmd2021, abstract", "the result of the program for one device, up to rounding");
        facts.exactly("all-reduces-batch-heads", 2, "megatron2021, Section 2.3",
                "in the forward pass of a layer, one for attention and one for the MLP");
        facts.exactly("collectives-batch", 0, "megatron2021, Section 2.1", "data parallelism is silent before gradients");
        facts.exactly("collectives-none", 0, "gspmd2021, abstract", "nothing is cut");
    }

    private static void growth(Facts facts, List<Node> program, int seed) {
        var figure = Plot.of("Numbers that a device sends over the devices along an axis: heads saturate high, the sequence"
                        + " lines rise and fall, and the batch sends nothing.")
                .height(320).axis("x", "devices along the axis").ticks(List.of(1, 2, 4, 8, 16),
                        List.of("1", "2", "4", "8", "16"))
                .axis("y", "numbers sent by a device").axis("color", "hints").columns("devices", "sent", "hints")
                .map("x", "devices").map("y", "sent").map("color", "hints");
        for (var hint : hints().entrySet()) {
            for (int n = 1; n <= 16 && !hint.getKey().equals("none"); n *= 2) {
                boolean heads = hint.getKey().equals("batch-heads");
                var run = Run.of(program, hint.getValue(), heads ? 1 : n, heads ? n : 1, seed);
                figure.row(n, run.sent(), hint.getKey());
                facts.value("sent-" + hint.getKey() + "-at-" + n, run.sent(), "");
            }
        }
        facts.figure("growth", figure.layer("line").set("size", 1).layer("point").set("size", 3));
    }
}
