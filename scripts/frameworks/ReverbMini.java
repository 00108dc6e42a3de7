///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Run a small Reverb: walk its rate limiter, press it with threads, draw from six selectors, save and load.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES reverb/Dice.java reverb/Selector.java reverb/OrderedSelector.java reverb/UniformSelector.java
//SOURCES reverb/SumTree.java reverb/PrioritizedSelector.java reverb/RateLimiter.java
//SOURCES reverb/Chunk.java reverb/ChunkStore.java reverb/Item.java reverb/Sample.java reverb/ReplayTable.java
//SOURCES reverb/Writer.java reverb/ReplayServer.java reverb/Checkpoint.java

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import reverb.RateLimiter;
import reverb.ReplayServer;
import reverb.ReplayTable;
import reverb.Selector;
import reverb.SumTree;

/** A replay server in small, and what its parts promise. */
class ReverbMini {
    /** The numbers that a rate limiter is made of: samples per insert, size before the first sample, error buffer. */
    record Ratio(double samplesPerInsert, int minSize, double errorBuffer) {
        RateLimiter limiter() {
            return RateLimiter.ratio(samplesPerInsert, minSize, errorBuffer);
        }

        ReplayTable table(ReplayServer server) {
            return server.table("replay", Selector.Kind.UNIFORM.create(0, 1), Selector.Kind.FIFO.create(0, 0),
                    Math.max(100, minSize), 0, limiter());
        }

        boolean isDefault() {
            return samplesPerInsert == 4 && minSize == 10 && errorBuffer == 8;
        }
    }

    /** Inserts, samples and how far ahead the inserts are, at a moment. */
    record Count(long inserts, long samples, double ahead) {
        static Count of(ReplayTable table) {
            var count = new Count[1];
            table.inspect(l -> count[0] = new Count(l.inserts(), l.samples(), l.ahead()));
            return count[0];
        }
    }

    // tag::walk[]
    /** Insert until the limiter says no, sample until it says no, and once more. */
    static List<Count> walk(Ratio ratio) {
        var counts = new ArrayList<Count>();
        try (var server = new ReplayServer()) {
            var table = ratio.table(server);
            for (int lap = 0; lap < 2; lap++) {
                while (server.tryInsert(table, 1, 0)) { // <1>
                }
                counts.add(Count.of(table));
                while (table.trySample().isPresent()) {
                }
                counts.add(Count.of(table));
            }
        }
        return counts;
    }
    // end::walk[]

    /** What threads left: the last count, and how often a count lay outside of the corridor. */
    record Pressed(Count last, long outside) {}

    // tag::press[]
    /** Writers and samplers on threads; every change is held against the corridor. */
    static Pressed press(Ratio ratio, int writers, int samplers, int insertsOfEach) {
        var outside = new AtomicLong();
        var drained = new CountDownLatch(1);
        try (var server = new ReplayServer()) {
            var table = ratio.table(server);
            table.watch(l -> {
                boolean warm = l.inserts() >= ratio.minSize();
                boolean inside = l.ahead() <= l.high()
                        && (l.samples() == 0 || l.ahead() >= l.low());
                outside.addAndGet(warm && !inside ? 1 : 0);
                if (l.inserts() == (long) writers * insertsOfEach && !l.canSample(1)) {
                    drained.countDown(); // <1>
                }
            });
            for (int w = 0; w < writers; w++) {
                start(() -> {
                    for (int i = 0; i < insertsOfEach; i++) {
                        server.insert(table, 1, i);
                    }
                });
            }
            for (int s = 0; s < samplers; s++) {
                start(() -> {
                    while (true) {
                        table.sample(); // <2>
                    }
                });
            }
            drained.await();
            return new Pressed(Count.of(table), outside.get());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the table drains", e);
        }
    }
    // end::press[]

    private static void start(Runnable work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (CancellationException closed) {
                return; // the table was closed: the end of a sampler
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Mean age of the draws; share of items that were ever drawn; draws of the one drawn most. */
    record Drawn(double meanAge, double everDrawn, int mostDrawn) {}

    // tag::ages[]
    /** Insert one item, draw four, again and again; the table holds the newest {@code size}. */
    static Drawn draw(Selector sampler, int size, int rounds) {
        try (var server = new ReplayServer()) {
            var table = server.table("t", sampler,
                    Selector.Kind.FIFO.create(0, 0), size, 0, RateLimiter.minSize(size));
            var times = new int[size + rounds];
            long ages = 0;
            for (int now = 0; now < size + rounds; now++) {
                server.insert(table, 1 + 37 * now % 100, now);
                for (int i = 0; i < 4 && now >= size; i++) {
                    int born = (int) table.sample().steps()[0][0];
                    ages += now - born;
                    times[born]++;
                }
            }
            int seen = 0;
            int most = 0;
            for (int born = size; born < rounds; born++) { // these could be drawn all their life
                seen += times[born] > 0 ? 1 : 0;
                most = Math.max(most, times[born]);
            }
            return new Drawn(ages / (4.0 * rounds), (double) seen / (rounds - size), most);
        }
    }
    // end::ages[]

    /** Total of a tree after two weights came and went: by added differences, and by sums made anew. */
    static double[] dust(double one, double two) {
        double differences = 0;
        var tree = new SumTree();
        double[][] settings = {{0, one}, {1, two}, {0, 0}, {1, 0}};
        for (double[] setting : settings) {
            int place = (int) setting[0];
            differences += setting[1] - tree.weight(place);
            tree.set(place, setting[1]);
        }
        return new double[] {differences, tree.total()};
    }

    /** Draws of ten items with the priorities 1 to 10. */
    static long[] shares(double exponent, int draws) {
        var selector = Selector.Kind.PRIORITIZED.create(exponent, 7);
        for (int p = 1; p <= 10; p++) {
            selector.insert(p, p);
        }
        var counts = new long[11];
        for (int i = 0; i < draws; i++) {
            counts[(int) selector.select().key()]++;
        }
        return counts;
    }

    // tag::share[]
    /** Two tables, one stream: steps stored and referred to, chunks at three moments. */
    static int[] share(int steps) {
        try (var server = new ReplayServer()) {
            var pairs = server.table("pairs", Selector.Kind.UNIFORM.create(0, 1),
                    Selector.Kind.FIFO.create(0, 0), steps, 0, RateLimiter.minSize(1));
            var triples = server.queue("triples", steps);
            var writer = server.writer(4, 3);
            var keys = new ArrayList<Long>();
            for (int i = 1; i <= steps; i++) {
                writer.append(i, i * i);
                if (i >= 2) {
                    keys.add(writer.createItem(pairs, 2, 1));
                }
                if (i >= 3) {
                    writer.createItem(triples, 3, 1); // <1>
                }
            }
            writer.flush();
            int full = server.chunks();
            int referred = 2 * pairs.size() + 3 * triples.size();
            keys.forEach(pairs::delete);
            int half = server.chunks(); // <2>
            while (triples.trySample().isPresent()) {
            }
            return new int[] {steps, referred, full, half, server.chunks()};
        }
    }
    // end::share[]

    /** Save a server in the middle, load it into a fresh one, go on with both, and count where they part. */
    static int partings(long seed) {
        int partings = 0;
        for (var kind : Selector.Kind.values()) {
            try (var one = new ReplayServer(); var other = new ReplayServer()) {
                var left = table(one, kind);
                var right = table(other, kind);
                var random = new Random(seed);
                for (int i = 0; i < 300; i++) {
                    one.tryInsert(left, 1 + random.nextInt(50), i);
                    left.trySample().ifPresent(sample -> left.update(sample.key(), random.nextInt(50)));
                }
                other.restore(one.checkpoint());
                for (int i = 0; i < 300; i++) {
                    int priority = random.nextInt(50);
                    partings += one.tryInsert(left, priority, i) == other.tryInsert(right, priority, i) ? 0 : 1;
                    var here = left.trySample().map(sample -> sample.key());
                    partings += here.equals(right.trySample().map(sample -> sample.key())) ? 0 : 1;
                }
            }
        }
        return partings;
    }

    private static ReplayTable table(ReplayServer server, Selector.Kind kind) {
        return server.table("t", kind.create(1, 3), Selector.Kind.FIFO.create(0, 0), 40, 9, RateLimiter.ratio(2, 20, 30));
    }

    /** The corridor as a picture: one random schedule of writers and samplers, writers scarce in its second half. */
    static Plot corridor(Ratio ratio, int events) {
        var plot = Plot.of("A jagged line climbs to the upper wall of a corridor and is held there; when writers become"
                        + " scarce it falls to the lower wall and is held there.")
                .axis("x", "operation that was let through").axis("y", "inserts times ratio, minus samples")
                .axis("color", "line").layer("line").columns("n", "ahead", "line")
                .map("x", "n").map("y", "ahead").map("color", "line");
        var random = new Random(5);
        var limiter = ratio.limiter();
        try (var server = new ReplayServer()) {
            var table = ratio.table(server);
            plot.row(0, 0, "lead");
            for (int done = 0; done < events; ) {
                boolean write = random.nextInt(20) < (done < events / 2 ? 8 : 1);
                boolean through = write ? server.tryInsert(table, 1, 0) : table.trySample().isPresent();
                if (through) {
                    plot.row(++done, Count.of(table).ahead(), "lead");
                }
            }
        }
        plot.row(0, limiter.low(), "lower wall").row(events, limiter.low(), "lower wall");
        return plot.row(0, limiter.high(), "upper wall").row(events, limiter.high(), "upper wall");
    }

    public static void main(String... argv) {
        var args = new Args("reverb-mini", "Run a small Reverb: limiter, threads, selectors, shared chunks, checkpoint.");
        var perInsert = args.real("samples-per-insert", 4, 0.25, 64, "how often an item is sampled on average");
        var minSize = args.whole("min-size", 10, 1, 1000, "items in the table before the first sample");
        var buffer = args.real("error-buffer", 8, 1, 1000, "drift in samples; at least the samples per insert");
        var exponent = args.real("exponent", 0.8, 0, 4, "exponent on priorities");
        args.read(argv);
        var ratio = new Ratio(perInsert.getAsDouble(), minSize.getAsInt(), buffer.getAsDouble());
        try {
            ratio.limiter();
        } catch (IllegalArgumentException mistake) {
            System.err.print("reverb-mini: " + mistake.getMessage() + " (--help lists the options)\n");
            System.exit(2);
        }
        var facts = new Facts("reverb-mini");
        limiter(facts, ratio);
        selectors(facts, exponent.getAsDouble());
        storage(facts);
        facts.finish();
    }

    private static void limiter(Facts facts, Ratio ratio) {
        var table = Table.of("turn of|%s", "inserts|%d", "samples|%d", "ahead|%s");
        var walk = walk(ratio);
        for (int i = 0; i < walk.size(); i++) {
            var count = walk.get(i);
            table.row(i % 2 == 0 ? "writers" : "samplers", count.inserts(), count.samples(),
                    Facts.number(Math.round(1e6 * count.ahead()) / 1e6));
        }
        facts.figure("corridor", corridor(ratio, 160));
        facts.value("wall-low", ratio.limiter().low(), "");
        facts.value("wall-high", ratio.limiter().high(), "");
        facts.value("walk-inserts", walk.get(0).inserts(), "");
        facts.value("walk-samples", walk.get(1).samples(), "");
        if (ratio.isDefault()) {
            facts.exactly("walk-inserts", 12, "reverb-code, rate_limiter.cc", "the last whole insert below 48 samples");
            facts.exactly("walk-samples", 16, "reverb-code, rate_limiter.cc", "48 ahead down to 32, one each");
        }
        int each = Math.max(500, ratio.minSize());
        var pressed = press(ratio, 4, 3, each);
        facts.value("pressed-inserts", pressed.last().inserts(), "");
        facts.value("pressed-samples", pressed.last().samples(), "");
        facts.value("outside", pressed.outside(), "");
        double since = pressed.last().inserts() - ratio.minSize();
        double kept = facts.value("ratio-kept", pressed.last().samples() / since, "");
        facts.exactly("outside", 0, "reverb-code, rate_limiters.py", "an operation that would leave the range is blocked");
        facts.within("ratio-kept", ratio.samplesPerInsert(), ratio.errorBuffer() / since / ratio.samplesPerInsert(),
                "reverb-code, rate_limiters.py", "the error buffer, spread over the inserts after the first "
                        + ratio.minSize());
        System.out.print(table.text() + "\n");
        System.out.printf(Locale.ROOT, "4 writers, 3 samplers: %d inserts, %d samples, %d times outside\n",
                pressed.last().inserts(), pressed.last().samples(), pressed.outside());
        System.out.printf(Locale.ROOT, "%.3f samples for each insert after the start-up\n\n", kept);
    }

    private static void selectors(Facts facts, double exponent) {
        var table = Table.of("selector|%s", "mean age|%.1f", "ever drawn [%]|%.1f", "most draws of one|%d");
        var plot = Plot.of("Bars of the mean age of what six selectors draw: FIFO draws the oldest, LIFO the newest.")
                .axis("x", "selector").axis("y", "mean age of a sample [inserts]")
                .columns("selector", "age", "label").map("x", "selector").map("y", "age");
        for (var kind : Selector.Kind.values()) {
            var drawn = draw(kind.create(exponent, 3), 100, 1000);
            var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            table.row(name, drawn.meanAge(), 100 * drawn.everDrawn(), drawn.mostDrawn());
            facts.value("age-" + name, drawn.meanAge(), "");
            facts.value("ever-" + name, 100 * drawn.everDrawn(), "%");
            facts.value("most-" + name, drawn.mostDrawn(), "");
            plot.row(name, drawn.meanAge(), String.format(Locale.ROOT, "%.1f", drawn.meanAge()));
        }
        facts.figure("ages", plot.layer("bar").set("stat", "identity")
                .layer("text").map("label", "label").set("vjust", 0).set("nudge_y", 2));
        facts.exactly("age-fifo", 99, "reverb-code, README", "the oldest of the newest 100");
        facts.exactly("age-lifo", 0, "reverb-code, README", "the newest");
        facts.within("age-uniform", 49.5, 0.03, "reverb-code, README", "three standard errors of 4000 draws");
        int draws = 100000;
        var counts = shares(exponent, draws);
        double all = 0;
        for (int p = 1; p <= 10; p++) {
            all += StrictMath.pow(p, exponent);
        }
        double worst = 0;
        var shares = Table.of("priority|%d", "computed [%]|%.2f", "drawn [%]|%.2f");
        for (int p = 1; p <= 10; p++) {
            double share = StrictMath.pow(p, exponent) / all;
            shares.row(p, 100 * share, 100.0 * counts[p] / draws);
            worst = Math.max(worst, Math.abs(counts[p] - draws * share) / Math.sqrt(draws * share * (1 - share)));
        }
        facts.table("shares", shares);
        facts.value("share-deviation", worst, "");
        facts.value("dust-differences", dust(0.1, 0.2)[0], "");
        facts.value("dust-anew", dust(0.1, 0.2)[1], "");
        if (exponent == 0.8) {
            facts.atMost("share-deviation", 3, "reverb-code, prioritized.cc", "in standard deviations, worst of ten");
        }
        System.out.print(table.text() + "\n");
    }

    private static void storage(Facts facts) {
        var share = share(24);
        facts.value("steps-stored", share[0], "");
        facts.value("steps-referred", share[1], "");
        facts.value("chunks-full", share[2], "");
        facts.value("chunks-half", share[3], "");
        facts.value("chunks-end", share[4], "");
        facts.value("partings", partings(11), "");
        facts.exactly("chunks-half", share[2], "reverb-code, README", "data stays while any item refers to it");
        facts.exactly("chunks-end", 0, "reverb-code, README", "data goes with its last item");
        facts.exactly("partings", 0, "reverb-code, README", "a checkpoint holds all that is needed to go on");
        System.out.printf(Locale.ROOT, "%d steps serve items of %d steps; chunks: %d, one table emptied: %d, both: %d\n",
                share[0], share[1], share[2], share[3], share[4]);
        System.out.print("places where a restored server parts from the original: " + partings(11) + "\n");
    }
}
