///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Simulate GPipe, 1F1B and interleaved 1F1B, draw their timelines, and measure bubble and memory.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES schedules/Cost.java schedules/Event.java schedules/Order.java schedules/Pipeline.java schedules/Task.java
//SOURCES schedules/Timeline.java

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import schedules.Cost;
import schedules.Event;
import schedules.Order;
import schedules.Pipeline;
import schedules.Timeline;

/** Three pipeline schedules, run by one simulator; every number and every box comes from its events. */
class PipelineSchedules {
    private static final String SOURCE = "megatron2021, section 2.2";

    /** Stages, microbatches and chunks of the sweep: small, and two sizes of real runs. */
    private static final int[][] SWEEP = {{4, 8, 2}, {4, 8, 4}, {8, 32, 2}, {8, 32, 4}, {8, 64, 2}, {8, 64, 4}};

    public static void main(String... argv) {
        var args = new Args("pipeline-schedules", "Simulate GPipe, 1F1B and interleaved 1F1B and draw their timelines.");
        var stages = args.whole("stages", 4, 1, 64, "devices in the pipeline");
        var microbatches = args.whole("microbatches", 8, 1, 512, "microbatches per batch");
        var chunks = args.whole("chunks", 2, 1, 8, "model chunks per device when interleaving");
        var forward = args.real("forward", 1, 1e-3, 1e3, "time of one forward pass on one stage");
        var backward = args.real("backward", 2, 1e-3, 1e3, "time of one backward pass on one stage");
        var hop = args.real("hop", 0, 0, 1e3, "time of a message between neighbours");
        args.read(argv);
        var cost = new Cost(forward.getAsDouble(), backward.getAsDouble(), hop.getAsDouble());
        int p = stages.getAsInt();
        int m = microbatches.getAsInt();
        int v = chunks.getAsInt();
        boolean asked = List.of(argv).contains("--chunks");
        if (asked && v > 1 && m % p != 0) {
            System.err.print("pipeline-schedules: --microbatches must be a multiple of --stages, " + p + ", unless"
                    + " --chunks is 1, got " + m + " (--help lists the options)\n");
            System.exit(2);
        }
        var facts = new Facts("pipeline-schedules");
        compare(facts, runs(p, m, m % p == 0 ? v : 1, cost));
        if (m % p != 0) {
            System.out.print("No interleaved schedule: " + m + " microbatches do not divide by " + p + " stages.\n\n");
        }
        sweep(facts, cost);
        facts.finish();
    }

    /** One timeline per schedule; without chunks, interleaving is 1F1B and left out. */
    static List<Timeline> runs(int stages, int microbatches, int chunks, Cost cost) {
        var plain = new Pipeline(stages, microbatches, 1, cost);
        var runs = new ArrayList<>(List.of(plain.run(Order.GPIPE), plain.run(Order.ONE_F_ONE_B)));
        if (chunks > 1) {
            runs.add(new Pipeline(stages, microbatches, chunks, cost).run(Order.INTERLEAVED));
        }
        return runs;
    }

    private static void compare(Facts facts, List<Timeline> runs) {
        var table = Table.of("schedule|%s", "makespan|%.2f", "bubble / ideal|%.4f", "idle / total|%.4f",
                "held, first|%.2f", "last|%.2f");
        double longest = runs.stream().mapToDouble(Timeline::makespan).max().orElse(0);
        for (var run : runs) {
            var name = run.order().label().toLowerCase(Locale.ROOT);
            int last = run.pipeline().stages() - 1;
            facts.value(name + "-makespan", run.makespan(), "");
            facts.value(name + "-bubble", run.bubble(), "");
            facts.value(name + "-idle-share", run.idleShare(), "");
            table.row(run.order().label(), run.makespan(), run.bubble(), run.idleShare(), run.peakInFlight(0),
                    run.peakInFlight(last));
            for (int stage = 0; stage <= last; stage++) {
                facts.value(name + "-held-" + stage, run.peakInFlight(stage), "");
            }
            if (run.events().size() <= 2048) { // more boxes than that nobody can tell apart
                facts.figure("timeline-" + name, drawn(run, longest));
            }
            expect(facts, name, run);
        }
        System.out.print(table.text() + "\n");
    }

    private static void expect(Facts facts, String name, Timeline run) {
        var pipeline = run.pipeline();
        int p = pipeline.stages();
        int m = pipeline.microbatches();
        int v = pipeline.chunks();
        if (pipeline.cost().hop() > 0) {
            return; // the published formulas leave messages out
        }
        facts.within(name + "-bubble", (p - 1.0) / (v * m), 1e-9, SOURCE,
                v == 1 ? "(p-1)/m; only rounding of doubles" : "(p-1)/(vm); only rounding of doubles");
        if (run.order() == Order.GPIPE) {
            facts.exactly(name + "-held-0", m, SOURCE, "every microbatch is in flight before the first backward pass");
        } else if (run.order() == Order.ONE_F_ONE_B) {
            facts.atMost(name + "-held-0", p, SOURCE, "at most as many as the pipeline is deep");
        }
    }

    // tag::draw[]
    /** One row per stage, one box per event; what stays pale is the bubble. */
    static Plot drawn(Timeline run, double longest) {
        int stages = run.pipeline().stages();
        double unit = run.pipeline().cost().forward();
        var rows = IntStream.range(0, stages).boxed().toList();
        var plot = Plot.of(alt(run)).height(100 + Math.min(36 * stages, 500))
                .axis("x", "time [forward passes of a stage]").limits(0, longest / unit)
                .axis("y", "stage").limits(-stages + 0.5, 0.5)
                .ticks(rows.stream().map(row -> -row).toList(),
                        rows.stream().map(String::valueOf).toList())
                .axis("fill", "pass");
        plot.layer("rect").columns("from", "to", "low", "high").set("alpha", 0.2).set("size", 0)
                .map("xmin", "from").map("xmax", "to").map("ymin", "low").map("ymax", "high");
        rows.forEach(row -> plot.row(0, run.makespan() / unit, -row - 0.42, -row + 0.42)); // <1>
        plot.layer("rect").set("size", 0.3)
                .columns("from", "to", "low", "high", "pass").map("fill", "pass")
                .map("xmin", "from").map("xmax", "to").map("ymin", "low").map("ymax", "high");
        for (var event : byPass(run)) {
            plot.row(event.start() / unit, event.end() / unit,
                    -event.stage() - 0.42, -event.stage() + 0.42, pass(run, event.task()));
        }
        return run.events().size() > 256 ? plot : numbered(plot, run, unit);
    }
    // end::draw[]

    /** Chunk by chunk, so that the legend lists them in order. */
    private static List<Event> byPass(Timeline run) {
        return run.events().stream()
                .sorted(Comparator.comparing((Event e) -> e.task().chunk()).thenComparing(e -> e.task().backward()))
                .toList();
    }

    private static Plot numbered(Plot plot, Timeline run, double unit) {
        plot.layer("text").columns("x", "y", "label").map("x", "x").map("y", "y").map("label", "label").set("size", 5);
        for (var event : run.events()) {
            plot.row((event.start() + event.end()) / 2 / unit, -event.stage(), String.valueOf(event.task().microbatch() + 1));
        }
        return plot;
    }

    private static String pass(Timeline run, schedules.Task task) {
        var pass = task.backward() ? "backward" : "forward";
        return run.pipeline().chunks() == 1 ? pass : pass + ", chunk " + (task.chunk() + 1);
    }

    private static String alt(Timeline run) {
        return String.format(Locale.ROOT, "Timeline of %s: %d rows of boxes, forward and backward passes of %d"
                        + " microbatches; %.0f %% of the time of each row is empty, at its start and its end.",
                run.order().label(), run.pipeline().stages(), run.pipeline().microbatches(), 100 * run.idleShare());
    }

    private static void sweep(Facts facts, Cost cost) {
        var table = Table.of("stages|%d", "microbatches|%d", "chunks|%d", "bubble|%.7f", "(p-1)/(vm)|%.7f", "held, first|%.3f");
        for (int[] size : SWEEP) {
            int p = size[0];
            int m = size[1];
            int v = size[2];
            var run = new Pipeline(p, m, v, cost).run(Order.INTERLEAVED);
            var name = "interleaved-" + p + "-" + m + "-" + v;
            facts.value(name + "-bubble", run.bubble(), "");
            facts.value(name + "-held", run.peakInFlight(0), "");
            table.row(p, m, v, run.bubble(), (p - 1.0) / (v * m), run.peakInFlight(0));
            if (cost.hop() == 0) {
                facts.within(name + "-bubble", (p - 1.0) / (v * m), 1e-9, SOURCE, "(p-1)/(vm); only rounding of doubles");
            }
        }
        System.out.print(table.text() + "\n");
    }
}
