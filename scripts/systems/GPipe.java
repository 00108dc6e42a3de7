///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train a network in pipeline stages the GPipe way: same gradients, a bubble, and less memory.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java gpipe/Schedule.java gpipe/StagedMlp.java

import gpipe.Schedule;
import gpipe.StagedMlp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** GPipe on a small network: the schedule is simulated, then executed event by event. */
class GPipe {
    private static final int LAYERS = 8;
    private static final int BATCH = 64;
    private static final int[] PARTITIONS = {2, 4, 8};
    private static final int[] MICROBATCHES = {1, 4, 32};
    // gpipe, table 2: throughput on TPUs over that of two partitions and one microbatch; [M][K]
    private static final double[][] TRANSFORMER = {{1, 1.07, 1.3}, {1.7, 3.2, 4.8}, {1.8, 3.4, 6.3}};
    private static final double[][] AMOEBANET = {{1, 1.13, 1.38}, {1.07, 1.26, 1.72}, {1.21, 1.84, 3.48}};
    // gpipe, table 3: throughput on P100 without NVLink, 32 microbatches, over that of two partitions; [K]
    private static final double[] TRANSFORMER_GPU = {1, 1.8, 3.3};
    private static final double[] AMOEBANET_GPU = {1, 1.7, 2.7};

    public static void main(String... argv) {
        var args = new Args("gpipe", "Train a network in pipeline stages the GPipe way.");
        var stages = args.whole("stages", 4, 1, LAYERS, "stages that the 8 layers are cut into");
        var microbatches = args.whole("microbatches", 8, 1, BATCH, "pieces that the batch of 64 samples is cut into");
        var early = args.flag("early", "let a stage recompute before its gradient arrives");
        args.read(argv);
        var facts = new Facts("gpipe");
        int k = stages.getAsInt();
        int m = microbatches.getAsInt();
        var schedule = Schedule.of(costs(k), m, early.getAsBoolean());
        timeline(facts, schedule, k, m, early.getAsBoolean());
        var model = train(facts, schedule, k, m);
        System.out.printf(Locale.ROOT, "stages %d, microbatches %d: %.1f %% of the time is bubble, %s activations are"
                        + " held instead of %s\n\n", k, m, 100 * schedule.bubble(), model.peak(), model.storeAll());
        trained(facts, k, m);
        modelSizes(facts);
        published(facts);
        facts.finish();
    }

    /** Time of a forward pass per stage: its layers. */
    static double[] costs(int stages) {
        return IntStream.range(0, stages)
                .mapToDouble(s -> StagedMlp.first(LAYERS, stages, s + 1) - StagedMlp.first(LAYERS, stages, s))
                .toArray();
    }

    private static void timeline(Facts facts, Schedule schedule, int stages, int microbatches, boolean early) {
        facts.value("stages", stages, "");
        facts.value("microbatches", microbatches, "");
        facts.value("makespan", schedule.makespan(), "");
        facts.value("bubble", schedule.bubble(), "");
        facts.value("bubble-percent", 100 * schedule.bubble(), "%");
        double formula = (stages - 1.0) / (microbatches + stages - 1);
        if (LAYERS % stages == 0 && !early) {
            facts.within("bubble", formula, 1e-12, "gpipe-paper, section 2.3", "(K-1)/(M+K-1), for stages of equal cost");
        }
        facts.value("bubble-early", 100 * Schedule.of(costs(stages), microbatches, true).bubble(), "%");
        facts.figure("timeline", drawn(schedule, stages, microbatches));
        for (int k : PARTITIONS) {
            facts.value("bubble-" + k, 100 * Schedule.of(ones(k, 1), 4 * k, false).bubble(), "%");
        }
    }

    private static double[] ones(int stages, double cost) {
        var costs = new double[stages];
        Arrays.fill(costs, cost);
        return costs;
    }

    // tag::timeline[]
    /** One row per stage, one bar per event, grey where the stage waits. */
    static Plot drawn(Schedule schedule, int stages, int microbatches) {
        var plot = Plot.of("A row of bars per stage: forward passes climb to the right, backward passes return; grey"
                        + " triangles of waiting at the corners.")
                .height(120 + 45 * stages).axis("x", "time [one layer, one microbatch]").axis("y", "stage")
                .ticks(IntStream.range(0, stages).mapToObj(s -> -s).toList(),
                        IntStream.range(0, stages).mapToObj(String::valueOf).toList())
                .axis("fill", "work");
        plot.layer("rect").set("fill", "#808080").set("alpha", 0.25).columns("from", "to", "low", "high");
        for (int s = 0; s < stages; s++) {
            plot.row(0, schedule.makespan(), -s - 0.4, -s + 0.4);
        }
        plot.map("xmin", "from").map("xmax", "to").map("ymin", "low").map("ymax", "high");
        plot.layer("rect").columns("from", "to", "low", "high", "work");
        for (var e : schedule.events()) {
            var work = e.phase().name().toLowerCase(Locale.ROOT);
            double gap = 0.004 * schedule.makespan() / (1 + microbatches / 8);
            plot.row(e.start() + gap, e.end() - gap, -e.stage() - 0.4, -e.stage() + 0.4, work);
        }
        plot.map("xmin", "from").map("xmax", "to").map("ymin", "low").map("ymax", "high").map("fill", "work");
        plot.layer("text").set("color", "white").set("size", 5).columns("middle", "row", "label");
        for (var e : schedule.events()) {
            if (microbatches <= 16 && e.phase() != Schedule.Phase.RECOMPUTE) {
                plot.row((e.start() + e.end()) / 2, -e.stage(), Integer.toString(e.microbatch()));
            }
        }
        return plot.map("x", "middle").map("y", "row").map("label", "label");
    }
    // end::timeline[]

    // tag::train[]
    private static StagedMlp train(
            Facts facts, Schedule schedule, int stages, int microbatches) {
        var model = new StagedMlp(LAYERS, 16, BATCH, 1);
        var alone = Schedule.of(costs(1), 1, false);
        var whole = model.gradients(alone.events(), 1, 1); // <1>
        var pieces = Schedule.of(costs(1), microbatches, false);
        var inPieces = model.gradients(pieces.events(), 1, microbatches);
        var piped = model.gradients(schedule.events(), stages, microbatches); // <2>
        facts.value("gap-of-stages", gap(inPieces, piped), "");
        facts.value("gap-of-microbatches", gap(whole, piped) / Math.ulp(1.0), "ulp");
        facts.value("peak", model.peak(), "");
        facts.value("store-all", model.storeAll(), "");
        return model;
    }
    // end::train[]

    private static void trained(Facts facts, int stages, int microbatches) {
        int layers = -Math.floorDiv(-LAYERS, stages);
        int samples = -Math.floorDiv(-BATCH, microbatches);
        facts.exactly("gap-of-stages", 0, "gpipe-paper, section 2.3", "the stages add the same terms in the same order");
        facts.atMost("gap-of-microbatches", 4500, "gpipe-paper, section 2.3", "1e-12; only the order of sums differs");
        facts.atMost("peak", BATCH + layers * samples, "gpipe-paper, section 2.3", "N + L/K N/M, rounded up, a count");
    }

    /** Largest difference over the largest element. */
    static double gap(double[][] want, double[][] got) {
        double off = 0;
        double size = 0;
        for (int l = 0; l < want.length; l++) {
            for (int i = 0; i < want[l].length; i++) {
                off = Math.max(off, Math.abs(want[l][i] - got[l][i]));
                size = Math.max(size, Math.abs(want[l][i]));
            }
        }
        return off / size;
    }

    /** What Table 1 says about AmoebaNet on eight accelerators, once by its parameters and once by their memory. */
    private static void modelSizes(Facts facts) {
        facts.value("grown-parameters", 1.8e9 / 82e6, "");
        double implied = facts.value("implied-parameters", 24.62 / 12, "billion");
        facts.value("grown-memory", 1e9 * implied / 82e6, "");
        facts.within("grown-memory", 25, 0.01, "gpipe-paper, Table 1", "24.62 GB at 12 bytes per parameter, over 82M");
    }

    // tag::speed[]
    /** Batches per unit of time; the whole network takes the whole batch 3 units. */
    static double speed(int stages, int microbatches) {
        var cost = ones(stages, 1.0 / (stages * microbatches)); // <1>
        return 1 / Schedule.of(cost, microbatches, false).makespan();
    }
    // end::speed[]

    private static void published(Facts facts) {
        var table = Table.of("M|%d", "K|%d", "ours|%.2f", "Transformer|%.2f", "AmoebaNet|%.2f");
        var figure = Plot.of("Three lines of speed against stages for 1, 4 and 32 microbatches; the published"
                        + " Transformer lies just under the upper line, AmoebaNet far below.")
                .axis("x", "stages K").ticks(List.of(2, 4, 8), List.of("2", "4", "8"))
                .axis("y", "speed over K = 2, M = 1").axis("color", "series").columns("k", "speed", "series");
        var points = new ArrayList<Object[]>();
        for (int i = 0; i < MICROBATCHES.length; i++) {
            for (int j = 0; j < PARTITIONS.length; j++) {
                int m = MICROBATCHES[i];
                int k = PARTITIONS[j];
                double ours = speed(k, m) / speed(2, 1);
                table.row(m, k, ours, TRANSFORMER[i][j], AMOEBANET[i][j]);
                facts.value("speed-" + k + "-" + m, ours, "");
                figure.row(k, ours, "ours, M = " + m);
                if (m == 32) {
                    points.add(new Object[] {k, TRANSFORMER[i][j], "Transformer, M = 32"});
                    points.add(new Object[] {k, AMOEBANET[i][j], "AmoebaNet, M = 32"});
                    facts.within("speed-" + k + "-32", TRANSFORMER[i][j], 0.08, "gpipe-paper, Table 2, Transformer, M = 32",
                            "no communication and equal stages in ours, two digits in the source");
                }
            }
        }
        figure.layer("line").map("x", "k").map("y", "speed").map("color", "series");
        figure.layer("point").set("size", 4).columns("k", "speed", "series");
        points.forEach(figure::row);
        facts.value("off-32", 100 * (speed(2, 32) / speed(2, 1) / TRANSFORMER[2][0] - 1), "%");
        facts.figure("speed", figure.map("x", "k").map("y", "speed").map("color", "series"));
        System.out.print(table.text() + "\n");
        gpus(facts);
    }

    private static void gpus(Facts facts) {
        var table = Table.of("K|%d", "ours|%.2f", "Transformer|%.1f", "AmoebaNet|%.1f");
        for (int j = 0; j < PARTITIONS.length; j++) {
            int k = PARTITIONS[j];
            double ours = facts.value("gpu-" + k, speed(k, 32) / speed(2, 32), "");
            table.row(k, ours, TRANSFORMER_GPU[j], AMOEBANET_GPU[j]);
            facts.within("gpu-" + k, TRANSFORMER_GPU[j], 0.05, "gpipe-paper, Table 3, Transformer",
                    "the same model; PCIe between the GPUs costs nothing in it");
        }
        facts.within("gpu-8", 3.5, 0.05, "gpipe-paper, section 3", "printed as 3.5x for four times the devices, from 6.3 / 1.8");
        facts.table("table-3", table);
    }
}
