///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train a pipeline without flushes: stale weights, stashed versions, and what happens without them.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES pipedream/OneForwardOneBackward.java pipedream/VersionedMlp.java

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pipedream.OneForwardOneBackward;
import pipedream.VersionedMlp;
import pipedream.VersionedMlp.Policy;

/** Four ways to train the same pipeline, compared by gradient, staleness, memory and loss. */
class WeightStashing {
    private static final int DRAWN = 7;

    public static void main(String... argv) {
        var args = new Args("weight-stashing", "Train a pipeline without flushes and keep versions of its weights.");
        var stages = args.whole("stages", 4, 2, 8, "stages of one layer each");
        var minibatches = args.whole("minibatches", 600, 50, 2000, "minibatches to train with");
        var rate = args.real("rate", 0.3, 1e-4, 2, "learning rate");
        args.read(argv);
        var facts = new Facts("weight-stashing");
        int p = stages.getAsInt();
        int count = minibatches.getAsInt();
        var models = train(p, count, rate.getAsDouble());
        staleness(facts, models, p, count);
        facts.figure("timeline", timeline(models.get("stash"), p));
        losses(facts, models, p, count);
        facts.finish();
    }

    // tag::ways[]
    /** The same network, data and learning rate, four ways. */
    static Map<String, VersionedMlp> train(int stages, int count, double rate) {
        var piped = OneForwardOneBackward.events(stages, count, stages);
        var alone = OneForwardOneBackward.events(stages, count, 1); // <1>
        var models = new LinkedHashMap<String, VersionedMlp>();
        for (var way : new String[] {"no pipeline", "stash", "vertical", "naive"}) {
            var model = new VersionedMlp(stages, rate);
            model.train(way.equals("no pipeline") ? alone : piped, switch (way) {
                case "naive" -> Policy.NAIVE;
                case "vertical" -> Policy.VERTICAL;
                default -> Policy.STASH;
            });
            models.put(way, model);
        }
        return models;
    }
    // end::ways[]

    private static void staleness(Facts facts, Map<String, VersionedMlp> models, int stages, int count) {
        var table = Table.of("stage|%d", "updates missed|%d", "copies, stash|%d", "copies, vertical|%d",
                "copies, naive|%d");
        int late = count - stages - 1;
        for (int s = 0; s < stages; s++) {
            int missed = late - models.get("stash").version(late, s);
            table.row(s, missed, models.get("stash").copies(s), models.get("vertical").copies(s), 1);
            facts.value("missed-" + s, missed, "");
            facts.value("copies-" + s, models.get("stash").copies(s), "");
            facts.exactly("missed-" + s, stages - 1 - s, "pipedream-paper, section 3.3", "a count, from w_s^(t-n+s)");
        }
        facts.atMost("copies-0", stages, "pipedream-paper, section 3.3", "one copy per minibatch in flight");
        System.out.print(table.text());
        facts.value("stages", stages, "");
        facts.value("copies-vertical", models.get("vertical").copies(stages - 1), "");
        facts.value("missed-vertical", late - models.get("vertical").version(late, stages - 1), "");
        facts.exactly("missed-vertical", stages - 1, "pipedream-paper, section 3.3", "a count, from w_s^(t-n+1)");
        for (var way : models.keySet()) {
            double error = Math.max(1e-16, models.get(way).gradientError(10));
            facts.value("digits-" + way.replace(' ', '-'), -Math.log10(error), "");
        }
        facts.value("error-naive-percent", 100 * models.get("naive").gradientError(10), "%");
        facts.atLeast("digits-stash", 6, "pipedream-paper, section 3.3", "decimal digits; a numerical slope has about nine");
        facts.atLeast("digits-vertical", 6, "pipedream-paper, section 3.3", "decimal digits, as with stashing");
    }

    private static Plot timeline(VersionedMlp model, int stages) {
        var plot = Plot.of("Rows of bars for each stage; forward bars climb to the right, then short forward and long"
                        + " backward bars alternate without gaps; both bars of a minibatch have the same colour.")
                .height(130 + 45 * stages).axis("x", "time [forward passes]").axis("y", "stage")
                .ticks(IntStream.range(0, stages).mapToObj(s -> -s).toList(),
                        IntStream.range(0, stages).mapToObj(String::valueOf).toList())
                .axis("fill", "weights after update");
        var events = OneForwardOneBackward.events(stages, DRAWN + stages, stages).stream()
                .filter(e -> e.end() <= stages - 1 + 3 * DRAWN).toList();
        for (boolean forward : new boolean[] {true, false}) {
            plot.layer("rect").set("alpha", forward ? 0.75 : 1.0).columns("from", "to", "low", "high", "version");
            for (var e : events) {
                if (e.forward() == forward) {
                    double half = forward ? 0.3 : 0.42;
                    plot.row(e.start() + 0.06, e.end() - 0.06, -e.stage() - half, -e.stage() + half,
                            Integer.toString(model.version(e.minibatch(), e.stage())));
                }
            }
            plot.map("xmin", "from").map("xmax", "to").map("ymin", "low").map("ymax", "high").map("fill", "version");
        }
        plot.layer("text").set("color", "white").set("size", 5).columns("middle", "row", "label");
        for (var e : events) {
            plot.row((e.start() + e.end()) / 2.0, -e.stage(), Integer.toString(e.minibatch()));
        }
        return plot.map("x", "middle").map("y", "row").map("label", "label");
    }

    private static void losses(Facts facts, Map<String, VersionedMlp> models, int stages, int count) {
        var table = Table.of("weights|%s", "loss at the end|%.4f");
        models.forEach((way, model) -> {
            table.row(way, facts.value("loss-" + way.replace(' ', '-'), model.lossAfter(count), ""));
        });
        System.out.print("\n" + table.text());
        var figure = Plot.of("Four curves of final loss against learning rate: together at small rates; without a"
                        + " pipeline lowest, and vertical sync leaves the others upwards first.")
                .logAxis("x", "learning rate").ticks(List.of(0.05, 0.1, 0.2, 0.4, 0.8, 1.6),
                        List.of("0.05", "0.1", "0.2", "0.4", "0.8", "1.6"))
                .logAxis("y", "loss on unseen data").ticks(List.of(0.01, 0.1, 1), List.of("0.01", "0.1", "1"))
                .axis("color", "weights")
                .columns("rate", "loss", "way").map("x", "rate").map("y", "loss").map("color", "way");
        for (double rate = 0.05; rate < 1.7; rate *= 2) {
            int most = Math.min(count, 600);
            for (var run : train(stages, most, rate).entrySet()) {
                figure.row(rate, run.getValue().lossAfter(most), run.getKey());
            }
        }
        facts.figure("rates", figure.layer("line"));
    }
}
