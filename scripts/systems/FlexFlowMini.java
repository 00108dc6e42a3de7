///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Search how to cut each operator of a network over GPUs, with a simulator instead of a cluster.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES flexflow/Op.java flexflow/Config.java flexflow/Simulator.java flexflow/Search.java

import flexflow.Config;
import flexflow.Op;
import flexflow.Search;
import flexflow.Simulator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FlexFlow's search on AlexNet and on a chain like a translation model. */
class FlexFlowMini {
    private record Machine(int gpus, double flops, double bandwidth, int proposals, double beta, int seed) {
        Simulator simulator(List<Op> ops, int batch) {
            return new Simulator(ops, gpus, batch, flops, bandwidth);
        }

        Machine at(double rate) {
            return new Machine(gpus, flops, rate, proposals, beta, seed);
        }
    }

    public static void main(String... argv) {
        var args = new Args("flex-flow-mini", "Search how to cut each operator of a network over GPUs.");
        var gpus = args.whole("gpus", 4, 2, 8, "GPUs, each with one port");
        var batch = args.whole("batch", 64, 16, 4096, "images in a batch of AlexNet");
        var gbps = args.real("gbps", 5, 0.01, 1e4, "rate of a port in GB/s");
        var tflops = args.real("tflops", 8, 0.1, 1e4, "rate of a GPU in TFLOP/s");
        var proposals = args.whole("proposals", 1000, 10, 4000, "proposals of a walk");
        var beta = args.real("beta", 300, 0, 1e9, "greed: loss of a step time that is kept with chance 1/e is 1/beta");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of the walks");
        args.read(argv);
        System.out.print(gpus.getAsInt() + " GPUs, " + proposals.getAsInt() + " proposals in a walk\n\n");
        var facts = new Facts("flex-flow-mini");
        var machine = new Machine(gpus.getAsInt(), tflops.getAsDouble() * 1e12, gbps.getAsDouble() * 1e9,
                proposals.getAsInt(), beta.getAsDouble(), seed.getAsInt());
        var table = Table.of("network|%s", "strategy|%s", "ms|%.1f", "MB|%.0f", "gain|%.2f", "bytes saved|%.1fx");
        var found = study(facts, table, "alexnet", machine.simulator(Op.alexNet(), batch.getAsInt()), machine, 5);
        study(facts, table, "translation", machine.simulator(Op.translation(), 256), machine, 3);
        System.out.print(table.text());
        facts.figure("strip", strip(found));
        rates(facts, machine, batch.getAsInt());
        if (argv.length == 0) {
            published(facts, found);
        }
        facts.finish();
    }

    // tag::baselines[]
    /** By hand; the first {@code wide} operators compute much and weigh little. */
    static Map<String, List<Config>> byHand(int ops, int wide, int gpus) {
        var hand = new LinkedHashMap<String, List<Config>>();
        var names = List.of("data", "parameter", "operator", "one weird trick");
        for (var name : names) {
            var strategy = new ArrayList<Config>();
            for (int o = 0; o < ops; o++) {
                strategy.add(switch (name) {
                    case "data" -> new Config(gpus, 1, 0);
                    case "parameter" -> new Config(1, gpus, 0);
                    case "operator" -> new Config(1, 1, o * gpus / ops);
                    default -> o < wide ? new Config(gpus, 1, 0)
                            : new Config(1, gpus, 0);
                });
            }
            hand.put(name, strategy);
        }
        return hand;
    }
    // end::baselines[]

    private static Map<Op, Config> study(Facts facts, Table table, String name, Simulator simulator, Machine machine,
            int wide) {
        int power = Integer.highestOneBit(machine.gpus());
        var rows = byHand(simulator.ops().size(), wide, power);
        var search = new Search(simulator, machine.beta(), machine.seed());
        var fromData = search.walk(rows.get("data"), machine.proposals());
        var other = new Search(simulator, machine.beta(), machine.seed() + 1);
        var fromChance = other.walk(other.anywhere(), machine.proposals());
        var third = new Search(simulator, machine.beta(), machine.seed() + 2);
        third.walk(fastest(simulator, rows.values()), machine.proposals());
        var best = fastest(simulator, List.of(search.best(), other.best(), third.best()));
        rows.put("found", best);
        var data = simulator.run(rows.get("data"));
        rows.forEach((strategy, configs) -> {
            var outcome = simulator.run(configs);
            double saved = outcome.bytes() == 0 ? 0 : data.bytes() / outcome.bytes();
            table.row(name, strategy, 1e3 * outcome.seconds(), outcome.bytes() / 1e6, data.seconds() / outcome.seconds(),
                    saved);
            var fact = name + "-" + strategy.replace(' ', '-');
            facts.value(fact + "-ms", 1e3 * outcome.seconds(), "ms");
            facts.value(fact + "-mb", outcome.bytes() / 1e6, "MB");
        });
        var found = simulator.run(best);
        facts.value(name + "-gain", data.seconds() / found.seconds(), "");
        facts.value(name + "-saved", found.bytes() == 0 ? 0 : data.bytes() / found.bytes(), "");
        facts.value(name + "-accepted", 100.0 * search.accepted() / machine.proposals(), "%");
        facts.atLeast(name + "-gain", 1, "flexflow-paper, abstract", "one walk starts at data parallelism");
        if (name.equals("alexnet")) {
            facts.figure("trace", trace(fromData, fromChance));
        }
        facts.value(name + "-better-neighbours", betterNeighbours(simulator, best), "");
        var configs = new LinkedHashMap<Op, Config>();
        for (int o = 0; o < best.size(); o++) {
            facts.value(name + "-" + simulator.ops().get(o).name() + "-samples", best.get(o).samples(), "");
            facts.value(name + "-" + simulator.ops().get(o).name() + "-parameters", best.get(o).parameters(), "");
            configs.put(simulator.ops().get(o), best.get(o));
        }
        return configs;
    }

    /** The strategy with the shortest step; of equals the first. */
    static List<Config> fastest(Simulator simulator, Collection<List<Config>> strategies) {
        return strategies.stream().min(Comparator.comparingDouble(s -> simulator.run(s).seconds())).orElseThrow();
    }

    // tag::neighbours[]
    /** Strategies that differ in one operator and are faster. */
    static int betterNeighbours(Simulator simulator, List<Config> strategy) {
        double seconds = simulator.run(strategy).seconds();
        int better = 0;
        for (int o = 0; o < strategy.size(); o++) {
            var changed = new ArrayList<>(strategy);
            for (var config : Config.all(simulator.devices())) {
                changed.set(o, config);
                better += simulator.run(changed).seconds() < seconds * (1 - 1e-12) ? 1 : 0;
            }
        }
        return better;
    }
    // end::neighbours[]

    private static Plot trace(double[] fromData, double[] fromChance) {
        var figure = Plot.of("Two falling staircases of the best step time against proposals; both end at the same level.")
                .logAxis("x", "proposals").ticks(List.of(1, 10, 100, 1000), List.of("1", "10", "100", "1000"))
                .axis("y", "best step time so far [ms]").axis("color", "walk from")
                .columns("proposal", "ms", "walk").map("x", "proposal").map("y", "ms").map("color", "walk");
        for (int k = 0; k < fromData.length; k++) {
            boolean shown = k < 20 || k % (1 + k / 20) == 0 || k + 1 == fromData.length;
            if (shown) {
                figure.row(k + 1, 1e3 * fromData[k], "data parallelism");
                figure.row(k + 1, 1e3 * fromChance[k], "a random strategy");
            }
        }
        return figure.layer("step");
    }

    private static Plot strip(Map<Op, Config> found) {
        var figure = Plot.of("One column per operator with two cells: the convolutions are cut by samples, the dense layers"
                        + " by parameters.")
                .height(210).axis("x", "operator").axis("y", "cut").ticks(List.of(0, 1), List.of("parameters", "samples"))
                .axis("fill", "pieces");
        var names = new ArrayList<String>();
        found.keySet().forEach(op -> names.add(op.name()));
        var ticks = new ArrayList<Integer>();
        names.forEach(name -> ticks.add(ticks.size()));
        figure.axis("x", "operator").ticks(ticks, names);
        figure.layer("rect").columns("a", "b", "c", "d", "pieces");
        int at = 0;
        for (var config : found.values()) {
            figure.row(at - 0.45, at + 0.45, 0.55, 1.45, Integer.toString(config.samples()));
            figure.row(at - 0.45, at + 0.45, -0.45, 0.45, Integer.toString(config.parameters()));
            at++;
        }
        figure.map("xmin", "a").map("xmax", "b").map("ymin", "c").map("ymax", "d").map("fill", "pieces");
        figure.layer("text").set("color", "white").columns("x", "y", "text");
        at = 0;
        for (var config : found.values()) {
            figure.row(at, 1, Integer.toString(config.samples()));
            figure.row(at++, 0, Integer.toString(config.parameters()));
        }
        return figure.map("x", "x").map("y", "y").map("label", "text");
    }

    /** Gain over data parallelism for slow and fast networks. */
    private static void rates(Facts facts, Machine machine, int batch) {
        var table = Table.of("GB/s|%.0f", "data [ms]|%.1f", "found [ms]|%.1f", "speed-up|%.2f");
        for (double rate : new double[] {1, 5, 10, 20, 50}) {
            var simulator = machine.at(rate * 1e9).simulator(Op.alexNet(), batch);
            var data = byHand(8, 5, Integer.highestOneBit(machine.gpus())).get("data");
            var search = new Search(simulator, machine.beta(), machine.seed());
            double found = search.walk(data, machine.proposals())[machine.proposals() - 1];
            double before = simulator.run(data).seconds();
            table.row(rate, 1e3 * before, 1e3 * found, before / found);
            facts.value("gain-at-" + Math.round(rate), before / found, "");
        }
        facts.table("rates", table);
    }

    private static void published(Facts facts, Map<Op, Config> found) {
        var configs = List.copyOf(found.values());
        facts.value("conv-parameters", configs.subList(0, 5).stream().mapToInt(Config::parameters).max().orElse(0), "");
        facts.value("fc6-parameters", configs.get(5).parameters(), "");
        facts.exactly("conv-parameters", 1, "krizhevsky2014, abstract", "convolutions by samples only, a count");
        facts.atLeast("fc6-parameters", 2, "krizhevsky2014, abstract", "dense layers by parameters");
        facts.atLeast("alexnet-gain", 1.3, "flexflow-notes, section 8.2.1", "lower end of 1.3 to 3.3, over six networks");
        facts.exactly("alexnet-better-neighbours", 0, "flexflow-notes, section 8.4", "locally optimal, a count");
        facts.atLeast("translation-saved", 2, "flexflow-notes, Figure 8, NMT", "lower end of 2 to 5.5; another network, fewer GPUs");
    }
}
