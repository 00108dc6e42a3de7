///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Shard the weight update of data-parallel training over a ring, and count bytes, work and memory.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES sharding/Optimizer.java sharding/Replica.java sharding/Ring.java sharding/Training.java

import java.util.List;
import java.util.Locale;
import sharding.Optimizer;
import sharding.Replica;
import sharding.Training;

/** The weight update of data parallelism, once on every replica and once cut into shards. */
class ShardedWeightUpdate {
    private static final String PAPER = "xu2020, abstract";

    public static void main(String... argv) {
        var args = new Args("sharded-weight-update", "Shard the weight update over a ring; count bytes, work and memory.");
        var ranks = args.whole("ranks", 8, 1, 64, "data-parallel replicas");
        var parameters = args.whole("parameters", 100003, 1, 120000, "weights of the model");
        var steps = args.whole("steps", 4, 1, 8, "steps of training");
        args.read(argv);
        var facts = new Facts("sharded-weight-update");
        compare(facts, ranks.getAsInt(), parameters.getAsInt(), steps.getAsInt());
        closing(facts);
        facts.finish();
    }

    private static void compare(Facts facts, int n, int parameters, int steps) {
        var table = Table.of("optimizer|%s", "update|%s", "sent by each [KB]|%.1f", "weights moved|%d",
                "optimizer bytes|%d", "differ|%d");
        int length = (parameters + n - 1) / n * n;
        facts.value("ranks", n, "");
        facts.value("parameters", parameters, "");
        facts.value("padding", length - parameters, "");
        long differ = 0;
        for (var optimizer : Optimizer.values()) {
            var full = new Training(optimizer, n, parameters, false).run(steps);
            var shard = new Training(optimizer, n, parameters, true).run(steps);
            long bits = different(full, shard);
            differ += bits;
            row(table, optimizer, "replicated", full, n, steps, 0);
            row(table, optimizer, "sharded", shard, n, steps, bits);
            if (optimizer == Optimizer.ADAM) {
                facts.value("sent", (double) shard.bytes() / n / steps / 1e3, "KB");
                facts.value("sent-over-size", (double) shard.bytes() / (4L * length * n * steps), "");
                facts.value("bytes-ratio", n == 1 ? 1 : (double) shard.bytes() / full.bytes(), "");
                facts.value("adam-bytes", full.replicas().get(0).slotBytes(), "byte");
                facts.value("adam-bytes-sharded", shard.replicas().get(0).slotBytes(), "byte");
                facts.value("work-ratio", (double) full.replicas().get(0).updated() / shard.replicas().get(0).updated(), "");
                facts.value("adam-error", error(shard, n, parameters), "");
            }
        }
        facts.value("weights-differ", differ, "");
        facts.table("updates", table);
        System.out.print(table.text() + "\n");
        facts.exactly("weights-differ", 0, PAPER, "the same sums, the same rule; compared bit by bit on every rank");
        facts.exactly("bytes-ratio", 1, "megatron2021, section 6", "sharding introduces no extra communication");
        facts.exactly("sent-over-size", 2.0 * (n - 1) / n, "nccl-performance, AllReduce", "two laps, of gradients or of weights");
        facts.exactly("adam-bytes-sharded", 8.0 * length / n, PAPER, "two numbers of four bytes for each weight of the shard");
        facts.exactly("work-ratio", n, PAPER, "every replica moves its shard only");
        facts.atMost("padding", n - 1, PAPER, "as few as make the shards equal");
    }

    private static void row(Table table, Optimizer optimizer, String update, Training.Result result, int n, int steps, long differ) {
        var replica = result.replicas().get(0);
        table.row(optimizer.name().toLowerCase(Locale.ROOT), update, (double) result.bytes() / n / steps / 1e3,
                replica.updated() / steps, replica.slotBytes(), differ);
    }

    // tag::differ[]
    /** Weights on any rank that are not the same bits in both runs. */
    static long different(Training.Result one, Training.Result other) {
        long different = 0;
        for (int r = 0; r < one.replicas().size(); r++) {
            var a = one.replicas().get(r).weights();
            var b = other.replicas().get(r).weights();
            for (int i = 0; i < a.length; i++) {
                int bits = Float.floatToRawIntBits(a[i]) ^ Float.floatToRawIntBits(b[i]);
                different += bits == 0 ? 0 : 1;
            }
        }
        return different;
    }
    // end::differ[]

    /** Mean distance of the weights from where the workers' data, taken together, want them. */
    static double error(Training.Result result, int n, int parameters) {
        double sum = 0;
        for (int i = 0; i < parameters; i++) {
            double wish = 0;
            for (int r = 0; r < n; r++) {
                wish += Replica.wish(r, i) / n;
            }
            sum += Math.abs(result.replicas().get(0).weights()[i] - wish);
        }
        return sum / parameters;
    }

    // tag::closing[]
    /** Bytes that the update reads and writes per weight: weight, gradient, and every slot. */
    static int touched(Optimizer optimizer) {
        int reads = 2 + optimizer.slots();
        int writes = 1 + optimizer.slots();
        return Float.BYTES * (reads + writes);
    }
    // end::closing[]

    private static void closing(Facts facts) {
        var figure = Plot.of("Three falling lines on a logarithmic axis of replicas: Adam touches more than twice the bytes"
                        + " of SGD on one replica, and the gap closes as shards get smaller.")
                .logAxis("x", "replicas that share the update").ticks(List.of(1, 4, 16, 64), List.of("1", "4", "16", "64"))
                .axis("y", "bytes touched per weight of the model").axis("color", "optimizer")
                .columns("n", "bytes", "optimizer").map("x", "n").map("y", "bytes").map("color", "optimizer");
        for (var optimizer : Optimizer.values()) {
            for (int n = 1; n <= 64; n *= 2) {
                var replica = new Training(optimizer, n, 640, true).run(1).replicas().get(0);
                figure.row(n, (double) touched(optimizer) * replica.updated() / 640, optimizer.name().toLowerCase(Locale.ROOT));
            }
            facts.value("touched-" + optimizer.name().toLowerCase(Locale.ROOT), touched(optimizer), "byte");
        }
        facts.figure("closing", figure.layer("line").layer("point").set("size", 3));
    }
}
