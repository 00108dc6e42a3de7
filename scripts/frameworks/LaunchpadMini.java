///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Launch the same program graphs on threads, on loopback sockets and in separate processes.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES launchpad/Handle.java launchpad/CourierNode.java launchpad/Program.java launchpad/LaunchType.java
//SOURCES launchpad/Body.java launchpad/Clients.java launchpad/Wire.java launchpad/CourierServer.java
//SOURCES launchpad/CourierClient.java launchpad/NodeProcess.java launchpad/Running.java launchpad/Launcher.java
//SOURCES launchpad/Processes.java

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import launchpad.Clients;
import launchpad.CourierNode;
import launchpad.Handle;
import launchpad.LaunchType;
import launchpad.Launcher;
import launchpad.Program;

/** Program graphs that do not know where their nodes run. */
class LaunchpadMini {
    // tag::nodes[]
    /** Does some work for others. */
    interface Producer {
        int work(int context);
    }

    /** A producer whose work is easy. */
    static final class Echo implements Producer {
        @Override
        public int work(int context) {
            return context;
        }
    }

    /** Tells what came of the rounds. */
    interface Results {
        List<List<Integer>> rounds();
    }

    /** Asks all producers at once, ten times. */
    static final class Consumer implements Results, Runnable {
        private final List<Producer> producers;
        private final List<List<Integer>> rounds = new ArrayList<>();

        Consumer(List<Producer> producers) {
            this.producers = producers;
        }

        @Override
        public void run() { // <1>
            for (int round = 0; round < 10; round++) {
                var futures = IntStream.range(0, producers.size())
                        .mapToObj(i -> Clients.future(producers.get(i), p -> p.work(i)))
                        .toList();
                rounds.add(futures.stream().map(f -> f.join()).toList());
            }
        }

        @Override
        public List<List<Integer>> rounds() {
            return rounds;
        }
    }
    // end::nodes[]

    // tag::consumer[]
    /** A consumer and its producers, wherever they are. */
    static List<List<Integer>> consume(LaunchType type, int count) {
        var program = new Program("consumer-producers");
        var producers = new ArrayList<Handle<Producer>>();
        for (int i = 0; i < count; i++) {
            producers.add(program.addNode("producer",
                    CourierNode.of(Producer.class, Echo.class)));
        }
        var consumer = program.addNode("consumer",
                CourierNode.of(Results.class, Consumer.class, producers)); // <1>
        try (var running = Launcher.launch(program, type)) { // <2>
            running.join(consumer);
            return running.client(consumer).rounds();
        }
    }
    // end::consumer[]

    // tag::ring[]
    /** Passes a text on, with its own name at the end. */
    interface Member {
        String pass(String text, int hops);
    }

    /** Knows the next one only. */
    static final class RingMember implements Member {
        private final String name;
        private final Member next;

        RingMember(String name, Member next) {
            this.name = name;
            this.next = next;
        }

        @Override
        public String pass(String text, int hops) {
            return hops == 0 ? text : next.pass(text + name, hops - 1);
        }
    }

    /** A ring: every node needs the handle of one that is added later or earlier. */
    static String ring(LaunchType type, int members, int hops) {
        var program = new Program("ring");
        var nodes = new ArrayList<CourierNode<Member>>();
        var handles = new ArrayList<Handle<Member>>();
        for (int i = 0; i < members; i++) {
            nodes.add(CourierNode.of(Member.class, RingMember.class));
            handles.add(program.addNode("member", nodes.get(i)));
        }
        for (int i = 0; i < members; i++) {
            var name = String.valueOf((char) ('a' + i));
            nodes.get(i).configure(name, handles.get((i + 1) % members));
        }
        try (var running = Launcher.launch(program, type)) {
            return running.client(handles.get(0)).pass("", hops);
        }
    }
    // end::ring[]

    /** Counts the words of its own stretch of text and sends each to the reducer of the word. */
    interface Mapper {
        void map(String text);
    }

    /** Adds up. */
    interface Reducer {
        void add(String word, int count);

        Map<String, Integer> counts();
    }

    /** Sends a word where its hash says. */
    static final class HashMapper implements Mapper {
        private final List<Reducer> reducers;

        HashMapper(List<Reducer> reducers) {
            this.reducers = reducers;
        }

        @Override
        public void map(String text) {
            var counts = new TreeMap<String, Integer>();
            Arrays.stream(text.split("\\W+")).forEach(word -> counts.merge(word, 1, Integer::sum));
            counts.forEach((word, count) ->
                    reducers.get(Math.floorMod(word.hashCode(), reducers.size())).add(word, count));
        }
    }

    /** Several mappers call it at once. */
    static final class SumReducer implements Reducer {
        private final Map<String, Integer> counts = new TreeMap<>();

        @Override
        public synchronized void add(String word, int count) {
            counts.merge(word, count, Integer::sum);
        }

        @Override
        public synchronized Map<String, Integer> counts() {
            return new TreeMap<>(counts);
        }
    }

    static final List<String> TEXT = List.of(
            "a program is a graph and a graph is nodes and edges",
            "an edge is a handle that a node was given",
            "a handle is a client of a node that does not run yet");

    /** Word counts of the three lines of {@link #TEXT}, by three mappers and two reducers. */
    static Map<String, Integer> words(LaunchType type) {
        return words(new Program("map-reduce"), type);
    }

    private static Map<String, Integer> words(Program program, LaunchType type) {
        var reducers = List.of(program.addNode("reducer", CourierNode.of(Reducer.class, SumReducer.class)),
                program.addNode("reducer", CourierNode.of(Reducer.class, SumReducer.class)));
        var mappers = TEXT.stream()
                .map(line -> program.addNode("mapper", CourierNode.of(Mapper.class, HashMapper.class, reducers)))
                .toList();
        try (var running = Launcher.launch(program, type)) {
            var futures = IntStream.range(0, TEXT.size())
                    .mapToObj(i -> Clients.future(running.client(mappers.get(i)), mapper -> {
                        mapper.map(TEXT.get(i));
                        return i;
                    })).toList();
            futures.forEach(future -> future.join());
            var all = new TreeMap<String, Integer>();
            reducers.forEach(reducer -> all.putAll(running.client(reducer).counts()));
            return all;
        }
    }

    // tag::evolution[]
    /** Tells how far a point, pushed by noise of a seed, is from the target. */
    interface Evaluator {
        double loss(double[] point, long seed);
    }

    /** The target is (1, 2, 3, ...); nothing about the other evaluators is known here. */
    static final class Quadratic implements Evaluator {
        @Override
        public double loss(double[] point, long seed) {
            var noise = noise(seed, point.length);
            double loss = 0;
            for (int i = 0; i < point.length; i++) {
                double off = point[i] + noise[i] - (i + 1);
                loss += off * off;
            }
            return loss;
        }
    }

    static double[] noise(long seed, int length) {
        var random = new SplittableRandom(seed); // <1>
        return random.doubles(length).map(x -> 0.4 * x - 0.2).toArray();
    }

    /** Points of an evolution strategy: eight pushes in each step, whoever evaluates. */
    static List<double[]> evolve(LaunchType type, int evaluators, int steps) {
        var program = new Program("evolution");
        var handles = IntStream.range(0, evaluators)
                .mapToObj(i -> program.addNode("evaluator",
                        CourierNode.of(Evaluator.class, Quadratic.class)))
                .toList();
        var path = new ArrayList<double[]>(List.of(new double[5]));
        try (var running = Launcher.launch(program, type)) {
            var clients = handles.stream().map(running::client).toList();
            for (int step = 0; step < steps; step++) {
                var point = path.get(step);
                long first = 8L * step;
                var losses = IntStream.range(0, 8)
                        .mapToObj(i -> Clients.future(clients.get(i % evaluators),
                                e -> e.loss(point, first + i)))
                        .toList();
                path.add(next(point, first,
                        losses.stream().mapToDouble(loss -> loss.join()).toArray()));
            }
        }
        return path;
    }
    // end::evolution[]

    private static double[] next(double[] point, long first, double[] losses) {
        double mean = Arrays.stream(losses).average().orElse(0);
        var next = point.clone();
        for (int i = 0; i < losses.length; i++) {
            var noise = noise(first + i, point.length);
            for (int d = 0; d < point.length; d++) {
                next[d] -= 0.6 * (losses[i] - mean) * noise[d];
            }
        }
        return next;
    }

    // tag::graph[]
    /** Depth of each node: callers above those they call; for graphs without cycles. */
    static int[] depths(Program program) {
        var depths = new int[program.labels().size()];
        for (int round = 0; round < depths.length; round++) {
            for (int[] edge : program.edges()) {
                depths[edge[1]] = Math.max(depths[edge[1]], depths[edge[0]] + 1);
            }
        }
        return depths;
    }
    // end::graph[]

    private static Plot graph(Program program) {
        int[] depths = depths(program);
        double[][] at = new double[depths.length][];
        for (int i = 0; i < depths.length; i++) {
            int depth = depths[i];
            int before = (int) Arrays.stream(depths, 0, i).filter(d -> d == depth).count();
            long all = Arrays.stream(depths).filter(d -> d == depth).count();
            at[i] = new double[] {(before + 0.5) / all, -depth};
        }
        var plot = Plot.of("Three mappers in a row, two reducers in a row below, and a line from each mapper to each"
                        + " reducer.").height(260)
                .axis("x", "nodes of one group side by side").limits(0, 1).ticks(List.of(), List.of())
                .axis("y", "callers above").limits(-1.3, 0.3).ticks(List.of(), List.of())
                .layer("segment").columns("x", "y", "to-x", "to-y")
                .map("x", "x").map("y", "y").map("xend", "to-x").map("yend", "to-y");
        program.edges().forEach(e -> plot.row(at[e[0]][0], at[e[0]][1], at[e[1]][0], at[e[1]][1]));
        plot.layer("text").columns("x", "y", "node").map("x", "x").map("y", "y").map("label", "node");
        for (int i = 0; i < at.length; i++) {
            plot.row(at[i][0], at[i][1] + (at[i][1] == 0 ? 0.12 : -0.12), program.labels().get(i));
        }
        return plot;
    }

    public static void main(String... argv) {
        var args = new Args("launchpad-mini", "Launch program graphs on threads, on sockets and in processes.");
        var producers = args.whole("producers", 2, 1, 8, "producers that the consumer asks");
        var members = args.whole("members", 3, 1, 8, "nodes of the ring");
        var hops = args.whole("hops", 7, 0, 100, "hops around the ring");
        var measure = args.flag("measure", "time one call per launch type instead");
        args.read(argv);
        var facts = new Facts("launchpad-mini");
        if (measure.getAsBoolean()) {
            measure(facts);
        } else {
            programs(facts, producers.getAsInt(), members.getAsInt(), hops.getAsInt());
        }
        facts.finish();
    }

    private static void programs(Facts facts, int producers, int members, int hops) {
        var table = Table.of("nodes on|%s", "last round|%s", "ring|%s", "a|%d", "node|%d", "distance|%.3f");
        var expected = IntStream.range(0, producers).boxed().toList();
        int rounds = 0;
        int wrongWords = 0;
        double parting = 0;
        var sequential = new TreeMap<String, Integer>();
        TEXT.forEach(l -> Arrays.stream(l.split("\\W+")).forEach(word -> sequential.merge(word, 1, Integer::sum)));
        var alone = evolve(LaunchType.THREADS, 1, 60);
        int wrongRings = 0;
        for (var type : LaunchType.values()) {
            var results = consume(type, producers);
            rounds += (int) results.stream().filter(expected::equals).count();
            var text = ring(type, members, hops);
            wrongRings += text.equals(around(members, hops)) ? 0 : 1;
            var program = new Program("map-reduce");
            var words = words(program, type);
            if (type == LaunchType.THREADS) {
                facts.value("nodes", program.labels().size(), "");
                facts.value("edges", program.edges().size(), "");
                facts.figure("graph", graph(program));
            }
            wrongWords += words.equals(sequential) ? 0 : 1;
            var path = evolve(type, type == LaunchType.PROCESSES ? 2 : 8, 60);
            for (int i = 0; i < path.size(); i++) {
                for (int d = 0; d < path.get(i).length; d++) {
                    parting = Math.max(parting, Math.abs(path.get(i)[d] - alone.get(i)[d]));
                }
            }
            table.row(type.name().toLowerCase(Locale.ROOT), results.get(9), text, words.get("a"), words.get("node"),
                    distance(path.get(path.size() - 1)));
        }
        facts.value("rounds", rounds, "");
        facts.value("wrong-rings", wrongRings, "");
        facts.value("wrong-words", wrongWords, "");
        facts.value("parting", parting, "");
        facts.value("start", distance(alone.get(0)), "");
        facts.value("end", distance(alone.get(alone.size() - 1)), "");
        facts.exactly("rounds", 30, "launchpad-code, get_started", "ten rounds on each of three launch types");
        facts.exactly("wrong-rings", 0, "launchpad-code, README", "launch types differ by a flag, not by results");
        facts.exactly("wrong-words", 0, "launchpad-code, README", "launch types differ by a flag, not by results");
        facts.exactly("parting", 0, "launchpad-code, README", "the seeds belong to the pushes, not to the evaluators");
        System.out.print(table.text());
    }

    /** What the ring must say. */
    static String around(int members, int hops) {
        return IntStream.range(0, hops)
                .mapToObj(i -> String.valueOf((char) ('a' + i % members)))
                .reduce("", String::concat);
    }

    static double distance(double[] point) {
        return Math.sqrt(IntStream.range(0, point.length)
                .mapToDouble(i -> (point[i] - i - 1) * (point[i] - i - 1)).sum());
    }

    // tag::measure[]
    /** Nanoseconds of calls to a producer, sorted; as many calls before warm up. */
    static long[] time(LaunchType type, int calls) {
        var program = new Program("one");
        var producer = program.addNode("producer",
                CourierNode.of(Producer.class, Echo.class));
        var nanos = new long[2 * calls];
        try (var running = Launcher.launch(program, type)) {
            var client = running.client(producer);
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                client.work(i);
                nanos[i] = System.nanoTime() - start;
            }
        }
        var measured = Arrays.copyOfRange(nanos, calls, 2 * calls);
        Arrays.sort(measured);
        return measured;
    }
    // end::measure[]

    private static void measure(Facts facts) {
        var table = Table.of("nodes on|%s", "half of the calls within [µs]|%.2f", "99 of 100 within [µs]|%.2f");
        double alone = 0;
        for (var type : LaunchType.values()) {
            long[] nanos = time(type, 10000);
            var name = type.name().toLowerCase(Locale.ROOT);
            double median = facts.value(name + "-median", nanos[5000] / 1e3, "µs");
            double slow = facts.value(name + "-slow", nanos[9900] / 1e3, "µs");
            table.row(name, median, slow);
            alone = type == LaunchType.THREADS ? median : alone;
            facts.value(name + "-dearer", median / alone, "");
        }
        System.out.print(table.text());
    }
}
