import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dataflow.Gradients;
import dataflow.Graph;
import dataflow.Graph.Out;
import dataflow.Plan;
import dataflow.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Pruning, placing, cutting, loops and gradients of the graph; straggling workers. */
class TfDataflowMiniTest {
    private static Graph graph(long seed, int nodes, int devices) {
        var random = new SplittableRandom(seed);
        var g = new Graph();
        var outs = new ArrayList<>(List.of(g.constant(2), g.constant(-1)));
        for (int k = 0; k < nodes; k++) {
            g.device = "device:" + random.nextInt(devices);
            var a = outs.get(random.nextInt(outs.size()));
            var b = outs.get(random.nextInt(outs.size()));
            outs.add(g.add(List.of("Add", "Sub", "Mul").get(random.nextInt(3)), a, b));
        }
        return g;
    }

    @Property(tries = 1000)
    void anyOrderOnAnyDevicesEndsAndGivesTheSame(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int nodes,
            @ForAll @IntRange(min = 1, max = 4) int devices) {
        var many = graph(seed, nodes, devices);
        var one = graph(seed, nodes, 1);
        Out last = many.nodes.get(many.nodes.size() - 1).out(0);
        Out same = one.nodes.get(one.nodes.size() - 1).out(0);

        assertThat(new Session("device:0", seed).run(last).get(0)[0])
                .isEqualTo(new Session("device:0", 5).run(same).get(0)[0]);
    }

    @Property(tries = 200)
    void planHasOnePairPerTensorAndDestination(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int nodes) {
        var g = graph(seed, nodes, 3);
        var fetch = g.nodes.get(g.nodes.size() - 1).out(0);
        var plan = Plan.of(List.of(fetch), List.of(), "device:0");
        var crossings = new HashSet<String>();
        for (var node : Plan.prune(List.of(fetch), List.of())) {
            for (var in : node.inputs) {
                var from = in.node().device.isEmpty() ? "device:0" : in.node().device;
                if (!from.equals(node.device)) {
                    crossings.add(in.node().id + node.device);
                }
            }
        }

        assertThat(plan.pairs).isEqualTo(crossings.size());
    }

    @Property(tries = 200)
    void stepRunsExactlyTheAncestorsOfItsFetch(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int nodes) {
        var g = graph(seed, nodes, 2);
        var fetch = g.nodes.get(g.nodes.size() / 2).out(0);
        var session = new Session("device:0", seed);
        session.run(fetch);

        assertThat(session.executed)
                .containsExactlyInAnyOrderElementsOf(
                        Plan.prune(List.of(fetch), List.of()).stream().map(n -> n.name).toList());
    }

    @Property(tries = 100)
    void trainingIsTheSameOnOneDeviceAndThreeInAnyOrder(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int hidden) {
        var one = TfDataflowMini.model("cpu:0", "cpu:0", "cpu:0", hidden, 0.05);
        var three = TfDataflowMini.model("worker:0", "ps:0", "ps:1", hidden, 0.05);

        assertThat(TfDataflowMini.train(three, new Session("worker:0", seed), 5))
                .isEqualTo(TfDataflowMini.train(one, new Session("cpu:0", 1), 5));
    }

    @Property(tries = 60)
    void loopOfPrimitivesComputesFactorials(
            @ForAll @IntRange(min = 0, max = 15) int n, @ForAll long seed) {
        double want = 1;
        for (int k = 2; k <= n; k++) {
            want *= k;
        }

        assertThat(TfDataflowMini.factorial(n, seed)).isEqualTo(want);
    }

    @Property(tries = 60)
    void switchAndMergeTakeOneBranchAndRunNoOther(@ForAll boolean yes, @ForAll long seed) {
        var g = new Graph();
        var value = g.constant(7);
        var branch = g.add("Switch", value, g.constant(yes ? 1 : 0));
        var no = g.add("Scale", "no", "cpu:1", 10.0, branch);
        var taken = g.add("Scale", "taken", "cpu:2", 100.0, branch.node().out(1));
        var session = new Session("cpu:0", seed);

        assertThat(session.run(g.add("Merge", no, taken)).get(0)[0][0]).isEqualTo(yes ? 700 : 70);
        assertThat(session.executed).doesNotContain(yes ? no.node().name : taken.node().name);
        assertThat(session.run(yes ? no : taken).get(0)).isNull();
    }

    @Property(tries = 40)
    void gradientsAgreeWithDifferences(@ForAll long seed) {
        var g = new Graph();
        var w = g.add("Placeholder");
        var x = g.constant(TfDataflowMini.random(3, 4, seed));
        var h = g.add("Tanh", g.add("MatMul", x, w));
        var both = g.add("Mul", h, g.add("Add", h, g.add("Scale", "s", "", 3.0, h)));
        var loss = g.add("Sum", g.add("Square", both));
        var gradient = Gradients.of(g, loss, List.of(w)).get(0);
        var at = TfDataflowMini.random(4, 2, seed + 1);
        var session = new Session("cpu:0", seed);
        double got = session.run(List.of(gradient), Map.of(w, at)).get(0)[1][1];
        double[] loss2 = new double[2];
        for (int side = 0; side < 2; side++) {
            at[1][1] += side == 0 ? 1e-5 : -2e-5;
            loss2[side] = session.run(List.of(loss), Map.of(w, at)).get(0)[0][0];
        }

        assertThat(got).isCloseTo((loss2[0] - loss2[1]) / 2e-5, within(1e-7));
    }

    @Example
    void gatheredRowsAreScatteredBackAndNoOthersMove() {
        var g = new Graph();
        var table = g.variable("table", "ps:0", TfDataflowMini.random(100, 3, 1));
        var rows = g.constant(new double[][] {{7, 42}});
        g.device = "worker:0";
        var some = g.gather(table, rows);
        var loss = g.add("Sum", g.add("Square", some));
        var update = Gradients.descend(g, loss, List.of(some), 0.5).get(0);
        var after = new Session("worker:0", 1).run(update).get(0);
        var before = TfDataflowMini.random(100, 3, 1);

        assertThat(after[7]).containsOnly(0); // w - 0.5 * 2w
        assertThat(after[42]).containsOnly(0);
        assertThat(after[8]).isEqualTo(before[8]);
    }

    @Example
    void queueCarriesValuesBetweenStepsAndBlocksWhenEmpty() {
        var g = new Graph();
        var queue = g.queue("gradients", "ps:0");
        var put = g.add("Enqueue", "put", "", null, queue, g.constant(3));
        var take = g.add("Dequeue", "take", "", null, queue);
        var session = new Session("ps:0", 1);

        assertThatThrownBy(() -> session.run(take))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("operation '" + take.node().name + "' waits for ever");
        session.run(put);
        assertThat(session.run(take).get(0)[0][0]).isEqualTo(3);
    }

    @Example
    void operationMayNotLeaveItsState() {
        var g = new Graph();
        var w = g.variable("w", "ps:0", new double[1][1]);
        var read = g.add("Read", "peek", "worker:0", null, w);

        assertThatThrownBy(() -> new Session("worker:0", 1).run(read))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operation 'peek:1' asks for worker:0 but its state is on ps:0");
    }

    @Example
    void unknownOperationAndUnequalShapesAreNamed() {
        var g = new Graph();
        var cube = g.add("Cube", g.constant(1));
        var sum = g.add("Add", g.constant(1), g.constant(new double[2][3]));

        assertThatThrownBy(() -> new Session("cpu:0", 1).run(cube))
                .hasMessage("no kernel for operation 'Cube'");
        assertThatThrownBy(() -> new Session("cpu:0", 1).run(sum))
                .hasMessage("shapes 1x1 and 2x3 do not fit");
    }

    @Property(tries = 40)
    void gatherMovesTheSameFromAnyTable(@ForAll @IntRange(min = 40, max = 3000) int rows) {
        assertThat(TfDataflowMini.moved(rows, 3, 32)).isEqualTo(32 * 3 * 8);
        assertThat(TfDataflowMini.moved(rows, 3, 0)).isEqualTo(rows * 3L * 8);
    }

    @Property(tries = 40)
    void withoutNoiseBackupsOnlyCost(
            @ForAll @IntRange(min = 1, max = 60) int workers,
            @ForAll @IntRange(min = 0, max = 8) int backups) {
        var calm = new BackupWorkers.Cluster(workers, 0, 0, 0, 0.01);

        assertThat(BackupWorkers.median(calm, backups, 5, 1))
                .isCloseTo(1 + 0.01 * backups, within(1e-12));
    }

    @Property(tries = 40)
    void backupNeverMakesTheMthFastestLater(
            @ForAll @IntRange(min = 1, max = 60) int workers,
            @ForAll @IntRange(min = 0, max = 99) int s) {
        var noisy = new BackupWorkers.Cluster(workers, 0.1, 0.2, 1, 0);
        double few = BackupWorkers.median(noisy, 1, 801, s);
        double many = BackupWorkers.median(noisy, 6, 801, s);

        assertThat(many).isLessThan(few + 0.02);
    }
}
