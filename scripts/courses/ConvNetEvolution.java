///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Count parameters and multiplications of LeNet, AlexNet, GoogLeNet, Inception-BN and ResNet.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES evolution/Blueprint.java evolution/Nets.java evolution/LeNet.java

import evolution.Blueprint;
import evolution.LeNet;
import evolution.Nets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Five nets as arithmetic: the shape of a layer says what it costs, and the tables of the papers can be checked. */
class ConvNetEvolution {
    /** A net with its year and what its paper prints, 0 for nothing. */
    record Entry(String name, int year, double parameters, double multiplies) {}

    /** Parameters or multiply-adds, short. */
    static String size(double count) {
        var formats = List.of("%.0f", "%.1f K", "%.1f M", "%.2f G");
        int unit = count < 1e3 ? 0 : count < 1e6 ? 1 : count < 1e9 ? 2 : 3;
        return String.format(Locale.ROOT, formats.get(unit), count / Math.pow(1000, unit));
    }

    public static void main(String... argv) {
        var args = new Args("conv-net-evolution", "Count parameters and multiplications of five famous nets.");
        var reduce = args.whole("reduce-5a", 32, 1, 512, "width before the 5x5 of GoogLeNet's module 5a");
        args.read(argv);
        var facts = new Facts("conv-net-evolution");
        var table = Table.of("net|%s", "year|%d", "parameters|%s", "multiply-adds|%s", "per parameter|%.0f");
        var figure = Plot.of("Nets on a plane of parameters against multiply-adds, both logarithmic: LeNet at the lower"
                        + " left; GoogLeNet left of AlexNet with twice its work; the ResNets highest.")
                .logAxis("x", "parameters").limits(3e4, 3e8).ticks(List.of(1e5, 1e6, 1e7, 1e8),
                        List.of("100 thousand", "1 million", "10 million", "100 million"))
                .logAxis("y", "multiply-adds per image").limits(1e5, 3e10)
                .ticks(List.of(1e6, 1e7, 1e8, 1e9, 1e10), List.of("1 M", "10 M", "100 M", "1 G", "10 G"))
                .columns("parameters", "multiplies", "left", "before", "right", "after");
        leNet(facts, table, figure);
        var alex = Nets.alexNet();
        entry(facts, table, figure, "AlexNet", 2012, alex);
        facts.within("alexnet-parameters", 60e6, 0.02, "krizhevsky2012, abstract", "printed as 60 million");
        googLeNet(facts, table, figure, reduce.getAsInt());
        inceptionBn(facts, table, figure);
        resNets(facts, table, figure);
        facts.figure("plane", figure.map("y", "multiplies").layer("point").map("x", "parameters").set("size", 4)
                .layer("text").map("x", "left").map("label", "before").set("hjust", 1)
                .layer("text").map("x", "right").map("label", "after").set("hjust", 0));
        System.out.print(table.text() + "\n");
        facts.finish();
    }

    private static void entry(Facts facts, Table table, Plot figure, String name, int year, Blueprint net) {
        var fact = name.toLowerCase(Locale.ROOT);
        facts.value(fact + "-parameters", net.parameters(""), "");
        facts.value(fact + "-multiplies", net.multiplies(""), "");
        row(facts, table, figure, name, year, net.parameters(""), net.multiplies(""));
    }

    private static void row(Facts facts, Table table, Plot figure, String name, int year, long parameters, long multiplies) {
        facts.value(name.toLowerCase(Locale.ROOT).replace("-5", "") + "-reuse", (double) multiplies / parameters, "");
        table.row(name, year, size(parameters), size(multiplies), (double) multiplies / parameters);
        boolean left = List.of("GoogLeNet", "AlexNet", "ResNet-152").contains(name);
        if (!name.equals("ResNet-18")) { // lies on Inception-BN
            var label = name + " (" + year + ")";
            figure.row(parameters, multiplies, parameters / 1.2, left ? label : "", parameters * 1.2, left ? "" : label);
        }
    }

    private static void leNet(Facts facts, Table table, Plot figure) {
        long parameters = LeNet.layers().stream().mapToLong(LeNet.Layer::parameters).sum();
        long connections = LeNet.layers().stream().mapToLong(LeNet.Layer::connections).sum();
        facts.value("lenet-parameters", parameters, "");
        facts.value("lenet-connections", connections, "");
        row(facts, table, figure, "LeNet-5", 1998, parameters, connections);
        facts.exactly("lenet-parameters", 60000, "lecun1998, section II.B", "a count");
        facts.exactly("lenet-connections", 340908, "lecun1998, section II.B", "a count, biases included");
    }

    private static void googLeNet(Facts facts, Table table, Plot figure, int reduce5a) {
        var net = Nets.googLeNet(reduce5a);
        entry(facts, table, figure, "GoogLeNet", 2014, net);
        for (var module : List.of("4e", "5a", "5b")) {
            facts.value("googlenet-" + module, net.multiplies(module) / 1e6, "M");
            facts.value("googlenet-" + module + "-parameters", net.parameters(module) / 1024.0, "K");
        }
        facts.value("googlenet-5a-with-48", Nets.googLeNet(48).multiplies("5a") / 1e6, "M");
        facts.value("googlenet-5a-with-48-parameters", Nets.googLeNet(48).parameters("5a") / 1024.0, "K");
        var same = "printed to the million";
        facts.within("googlenet-4e", 170, 0.02, "szegedy2014, Table 1", same);
        facts.within("googlenet-5a-with-48", 54, 0.02, "szegedy2014, Table 1", "with 48 for the printed width of 32");
        facts.within("googlenet-5b", 71, 0.02, "szegedy2014, Table 1", same);
    }

    private static void inceptionBn(Facts facts, Table table, Plot figure) {
        var widths = new TreeMap<String, Integer>();
        entry(facts, table, figure, "Inception-BN", 2015, Nets.inceptionBn(widths));
        for (var module : widths.entrySet()) {
            facts.value("bn-" + module.getKey() + "-maps", module.getValue(), "");
        }
        facts.exactly("bn-3b-maps", 320, "ioffe2015, Figure 5", "a count");
        facts.exactly("bn-4b-maps", 576, "ioffe2015, Figure 5", "a count");
    }

    // tag::resnets[]
    private static final double[] PUBLISHED = {1.8, 3.6, 3.8, 7.6, 11.3}; // 10^9
    private static final List<String> NAMES = List.of("18", "34", "50", "101", "152");
    private static final int[][] BLOCKS = {
        {2, 2, 2, 2}, {3, 4, 6, 3}, {3, 4, 6, 3}, {3, 4, 23, 3}, {3, 8, 36, 3}
    };

    /** From 50 layers on, blocks are bottlenecks. */
    static Blueprint resNet(int i) {
        return Nets.resNet(i > 1, BLOCKS[i]);
    }
    // end::resnets[]

    private static void resNets(Facts facts, Table table, Plot figure) {
        for (int i = 0; i < BLOCKS.length; i++) {
            var net = resNet(i);
            var fact = "resnet-" + NAMES.get(i);
            if (i == 0 || i == 2 || i == 4) {
                row(facts, table, figure, "ResNet-" + NAMES.get(i), 2015, net.parameters(""), net.multiplies(""));
            }
            facts.value(fact + "-parameters", net.parameters(""), "");
            facts.value(fact, net.multiplies("") / 1e9, "G");
            facts.within(fact, PUBLISHED[i], 0.02, "he2015, Table 1", "printed with one decimal");
        }
    }
}
