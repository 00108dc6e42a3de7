///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Count AlexNet layer by layer: shapes, parameters, multiply-adds, neurons, receptive fields.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.ArrayList;
import java.util.List;

/** A layer algebra, run on AlexNet: everything that follows from shapes, by whole numbers. */
class AlexNetAnatomy {
    // tag::algebra[]
    /** A layer: what leaves it, what it costs, the patch of the image one value has seen. */
    record Stage(String name, int maps, int side,
            long parameters, long multiplyAdds, int field, int jump) {
        long values() {
            return (long) maps * side * side;
        }

        private int windows(int size, int stride, int pad) {
            return (side + 2 * pad - size) / stride + 1; // <1>
        }

        Stage conv(String name, int maps, int size, int stride, int pad, int groups) {
            int out = windows(size, stride, pad);
            long perFilter = (long) size * size * (this.maps / groups); // <2>
            return new Stage(name, maps, out, maps * (perFilter + 1),
                    maps * perFilter * out * out,
                    field + (size - 1) * jump, jump * stride); // <3>
        }

        Stage pool(String name, int size, int stride) {
            return new Stage(name, maps, windows(size, stride, 0), 0, 0,
                    field + (size - 1) * jump, jump * stride);
        }

        Stage dense(String name, int units) {
            return new Stage(name, units, 1, units * (values() + 1), units * values(), 0, 0);
        }
    }
    // end::algebra[]

    // tag::net[]
    /** The net of the paper; a GPU has 3, 8, 12, 12 and 8 times {@code width} maps. */
    static List<Stage> alexNet(int image, int width, int groups, int classes) {
        var net = new ArrayList<Stage>(List.of(new Stage("image", 3, image, 0, 0, 1, 1)));
        net.add(last(net).conv("conv1", 6 * width, 11, 4, 0, 1));
        net.add(last(net).pool("pool1", 3, 2));
        net.add(last(net).conv("conv2", 16 * width, 5, 1, 2, groups));
        net.add(last(net).pool("pool2", 3, 2));
        net.add(last(net).conv("conv3", 24 * width, 3, 1, 1, 1)); // <1>
        net.add(last(net).conv("conv4", 24 * width, 3, 1, 1, groups));
        net.add(last(net).conv("conv5", 16 * width, 3, 1, 1, groups));
        net.add(last(net).pool("pool5", 3, 2));
        net.add(last(net).dense("fc6", 256 * width));
        net.add(last(net).dense("fc7", 256 * width));
        net.add(last(net).dense("fc8", classes));
        return net;
    }
    // end::net[]

    private static Stage last(List<Stage> net) {
        return net.get(net.size() - 1);
    }

    static long parameters(List<Stage> net) {
        return net.stream().mapToLong(Stage::parameters).sum();
    }

    static long multiplyAdds(List<Stage> net) {
        return net.stream().mapToLong(Stage::multiplyAdds).sum();
    }

    /** Values of all layers that compute; the input and the pools do not count. */
    static long neurons(List<Stage> net) {
        return net.stream().filter(stage -> stage.parameters() > 0).mapToLong(Stage::values).sum();
    }

    public static void main(String... argv) {
        var args = new Args("alex-net-anatomy", "Count AlexNet layer by layer.");
        var image = args.whole("image", 227, 67, 2048, "side of the image in pixels");
        var width = args.whole("width", 16, 1, 64, "maps per GPU are 3, 8, 12, 12, 8 times this");
        var groups = args.whole("groups", 2, 1, 2, "groups of conv2, conv4 and conv5: the GPUs");
        var classes = args.whole("classes", 1000, 2, 100000, "outputs of the last layer");
        args.read(argv);
        var net = alexNet(image.getAsInt(), width.getAsInt(), groups.getAsInt(), classes.getAsInt());
        var facts = new Facts("alex-net-anatomy");
        report(facts, net);
        boolean paper = image.getAsInt() == 227 && width.getAsInt() == 16
                && groups.getAsInt() == 2 && classes.getAsInt() == 1000;
        if (paper) {
            published(facts, net);
        }
        facts.finish();
    }

    private static void report(Facts facts, List<Stage> net) {
        var table = Table.of("layer|%s", "out|%s", "parameters|%,d", "multiply-adds|%,d", "field|%s", "jump|%s");
        var figure = Plot.of("Twin bars for eight layers: the convolutions have tall bars of arithmetic and almost none"
                        + " of parameters, the fully connected layers the other way round.")
                .axis("x", "layer").axis("y", "share of the whole net [%]").axis("fill", "share of")
                .columns("layer", "share", "kind").map("x", "layer").map("y", "share").map("fill", "kind");
        double parameters = parameters(net);
        double work = multiplyAdds(net);
        double dense = 0;
        double conv = 0;
        for (var stage : net) {
            var seen = stage.jump() == 0 ? "all" : Integer.toString(stage.field());
            table.row(stage.name(), stage.maps() + "x" + stage.side() + "x" + stage.side(), stage.parameters(),
                    stage.multiplyAdds(), seen, stage.jump() == 0 ? "" : Integer.toString(stage.jump()));
            if (stage.parameters() > 0) {
                figure.row(stage.name(), 100 * stage.parameters() / parameters, "parameters");
                figure.row(stage.name(), 100 * stage.multiplyAdds() / work, "multiply-adds");
                facts.value("neurons-" + stage.name(), stage.values(), "");
            }
            dense += stage.jump() == 0 ? stage.parameters() : 0;
            conv += stage.jump() > 0 ? stage.multiplyAdds() : 0;
        }
        table.row("sum", "", (long) parameters, (long) work, "", "");
        System.out.print(table.text() + "\n");
        facts.figure("see-saw", figure.layer("bar").set("stat", "identity").set("position", "dodge"));
        facts.value("parameters", parameters, "");
        facts.value("multiply-adds", work, "");
        facts.value("neurons", neurons(net), "");
        facts.value("dense-parameters", 100 * dense / parameters, "%");
        facts.value("conv-multiply-adds", 100 * conv / work, "%");
        facts.value("field-pool5", net.get(8).field(), "pixel");
        facts.value("jump-pool5", net.get(8).jump(), "pixel");
        facts.value("side-conv1", net.get(1).side(), "");
    }

    private static void published(Facts facts, List<Stage> net) {
        facts.value("parameters-ungrouped", parameters(alexNet(227, 16, 1, 1000)), "");
        facts.value("parameters-megabyte", 4 * parameters(net) / 1e6, "MB");
        facts.value("conv1-as-printed", 55 * 48 * 96, "");
        facts.value("neurons-as-printed", neurons(net) - net.get(1).values() + 55 * 48 * 96, "");
        facts.value("windows-224", (224 - 11) / 4.0 + 1, "");
        facts.value("windows-227", (227 - 11) / 4.0 + 1, "");
        facts.value("crops-printed", 32 * 32 * 2, "");
        facts.value("crops", (256 - 224 + 1) * (256 - 224 + 1) * 2, "");
        facts.value("input", 3 * 224 * 224, "");
        facts.within("parameters", 60e6, 0.02, "krizhevsky2012, abstract", "printed as 60 million, rounded down");
        facts.exactly("parameters", 60_965_224, "dlbs-models", "a count, printed in full");
        facts.exactly("parameters-ungrouped", 62_378_344, "alexnet-so", "the same count without groups");
        facts.within("neurons", 650_000, 0.015, "krizhevsky2012, abstract", "printed as 650,000, two digits");
        facts.exactly("conv1-as-printed", 253_440, "krizhevsky2012, Figure 2", "48 where the formula has 55");
        facts.exactly("neurons-conv2", 186_624, "krizhevsky2012, Figure 2", "a count");
        facts.exactly("neurons-conv3", 64_896, "krizhevsky2012, Figure 2", "a count");
        facts.exactly("neurons-conv4", 64_896, "krizhevsky2012, Figure 2", "a count");
        facts.exactly("neurons-conv5", 43_264, "krizhevsky2012, Figure 2", "a count");
        facts.exactly("input", 150_528, "krizhevsky2012, Figure 2", "3 x 224 x 224");
        facts.exactly("crops-printed", 2048, "krizhevsky2012, 4.1", "the paper's factor");
    }
}
