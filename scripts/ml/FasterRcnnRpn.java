///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Train a region proposal network on drawn scenes, count anchors, and take its parts away one by one.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java
//SOURCES fasterrcnn/Box.java fasterrcnn/Anchors.java fasterrcnn/Scene.java fasterrcnn/Rpn.java

import fasterrcnn.Anchors;
import fasterrcnn.Box;
import fasterrcnn.Rpn;
import fasterrcnn.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Proposals from a network: anchors, labels, loss, decoding and suppression, on scenes that the program draws. */
class FasterRcnnRpn {
    /** The anchor table in the comment of the authors' Python code, rows one to seven; pixels count from 1. */
    static final int[][] PRINTED = {
        {-83, -39, 100, 56}, {-175, -87, 192, 104}, {-359, -183, 376, 200}, {-55, -55, 72, 72},
        {-119, -119, 136, 136}, {-247, -247, 264, 264}, {-35, -79, 52, 96},
    };

    // tag::fields[]
    /** Size and stride up to the shared map, then the 3x3 window that slides over it. */
    static final int[][] ZF = {{7, 2}, {3, 2}, {5, 2}, {3, 2}, {3, 1}, {3, 1}, {3, 1}, {3, 1}};
    static final int[][] VGG = {{3, 1}, {3, 1}, {2, 2}, {3, 1}, {3, 1}, {2, 2}, {3, 1}, {3, 1}, {3, 1},
        {2, 2}, {3, 1}, {3, 1}, {3, 1}, {2, 2}, {3, 1}, {3, 1}, {3, 1}, {3, 1}};
    // end::fields[]

    private static final int[] SIZES = {10, 50, 100, 300, 1000};

    // tag::train[]
    /** Show the network scenes, one image per step, as the paper does. */
    static Rpn train(int scenes, int steps, double noise, long seed) {
        var random = new Random(seed);
        var rpn = new Rpn();
        var drawn = new ArrayList<Scene>();
        var labels = new ArrayList<List<Rpn.Sample>>();
        for (int i = 0; i < scenes; i++) {
            drawn.add(new Scene(random, noise));
            labels.add(Rpn.label(drawn.get(i).truth));
        }
        for (int step = 0; step < steps; step++) {
            int i = step % scenes;
            rpn.learn(drawn.get(i), Rpn.draw(labels.get(i), random));
            rpn.step(step < steps * 3 / 4 ? 0.1 : 0.01); // <1>
        }
        return rpn;
    }
    // end::train[]

    /** A way to make proposals: the whole, or with a part missing. */
    record Method(String name, boolean scored, boolean moved, double limit) {
        /** Proposals of a scene, best first. */
        List<Box.Scored> propose(Rpn rpn, Scene scene, int most) {
            return Box.suppress(rpn.boxes(scene, scored, moved, new Random(5)), limit, most);
        }
    }

    /** For each object the overlap with the best of the first {@code most} proposals of its scene. */
    static double[] overlaps(List<List<Box.Scored>> proposals, List<Scene> scenes, int most) {
        var best = new ArrayList<Double>();
        for (int i = 0; i < scenes.size(); i++) {
            var first = proposals.get(i).subList(0, Math.min(most, proposals.get(i).size()));
            for (var object : scenes.get(i).truth) {
                best.add(first.stream().mapToDouble(p -> p.box().iou(object)).max().orElse(0));
            }
        }
        return best.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double recall(double[] overlaps, double iou) {
        return 100 * Arrays.stream(overlaps).filter(o -> o >= iou).count() / (double) overlaps.length;
    }

    public static void main(String... argv) {
        var args = new Args("faster-rcnn-rpn", "Train a region proposal network on drawn scenes.");
        var width = args.whole("width", 1000, 16, 4000, "width of the image whose anchors are counted");
        var height = args.whole("height", 600, 16, 4000, "height of that image");
        var steps = args.whole("steps", 1000, 50, 20000, "training steps, one scene each");
        var noise = args.real("noise", 0.3, 0, 2, "deviation of the noise on the scenes");
        var nms = args.real("nms", 0.7, 0.05, 0.95, "overlap above which a proposal is suppressed");
        var seed = args.whole("seed", 1, 0, 1000000, "seed of the scenes");
        args.read(argv);
        var facts = new Facts("faster-rcnn-rpn");
        count(facts, width.getAsInt(), height.getAsInt());
        published(facts);
        var rpn = train(100, steps.getAsInt(), noise.getAsDouble(), seed.getAsInt());
        var random = new Random(seed.getAsInt() + 1L);
        var scenes = new ArrayList<Scene>();
        for (int i = 0; i < 40; i++) {
            scenes.add(new Scene(random, noise.getAsDouble()));
        }
        ablate(facts, rpn, scenes, nms.getAsDouble(), argv.length == 0);
        facts.finish();
    }

    private static void count(Facts facts, int width, int height) {
        int matching = 0;
        for (int i = 0; i < PRINTED.length; i++) {
            var row = Arrays.stream(Anchors.table().get(i)).map(v -> v + 1).toArray();
            matching += Arrays.equals(row, PRINTED[i]) ? 1 : 0;
        }
        var table = Table.of("image|%s", "anchors|%,d", "inside|%,d");
        var sizes = new int[][] {{1000, 600}, {800, 600}, {width, height}};
        for (int i = 0; i < (width == 1000 && height == 600 ? 2 : 3); i++) {
            var census = Anchors.census(sizes[i][0], sizes[i][1]);
            table.row(sizes[i][0] + "x" + sizes[i][1], census[0], census[1]);
            var name = i == 2 ? "given" : Integer.toString(sizes[i][0]);
            facts.value("anchors-" + name, census[0], "");
            facts.value("inside-" + name, census[1], "");
        }
        System.out.print(table.text() + "\n");
        facts.value("anchor-rows", matching, "");
        facts.value("tallest", Anchors.table().stream().mapToInt(a -> a[3] - a[1] + 1).max().orElse(0), "pixel");
    }

    private static void published(Facts facts) {
        facts.value("field-zf", Anchors.field(ZF), "pixel");
        facts.value("field-vgg", Anchors.field(VGG), "pixel");
        double heads = facts.value("heads", 512 * (2 + 4) * 9, "");
        facts.value("heads-and-window", 3 * 3 * 512 * 512 + heads, "");
        facts.value("multibox", 1536 * (4 + 1) * 800, "");
        facts.value("proposal-share", 100 * 10.0 / 198, "%");
        facts.value("speedup", 1830.0 / 198, "");
        facts.exactly("anchor-rows", 7, "py-faster-rcnn, generate_anchors.py", "seven rows of four whole numbers");
        facts.exactly("field-zf", 171, "ren2015, 3.1", "a count");
        facts.exactly("field-vgg", 228, "ren2015, 3.1", "a count");
        facts.within("anchors-1000", 20000, 0.08, "ren2015, 3.3", "printed as roughly 20000");
        facts.within("inside-800", 6000, 0.01, "ren2015, 3.3", "printed as about 6000; of another image size");
        facts.within("heads", 2.8e4, 0.02, "ren2015, 3.1.1", "printed with two digits");
        facts.within("heads-and-window", 2.4e6, 0.01, "ren2015, 3.1.1, footnote", "printed with two digits");
        facts.within("multibox", 6.1e6, 0.01, "ren2015, 3.1.1", "printed with two digits");
        facts.within("speedup", 10, 0.08, "ren2015, Table 5", "0.5 frames a second against 5, one digit each");
    }

    private static void ablate(Facts facts, Rpn rpn, List<Scene> scenes, double nms, boolean paper) {
        var methods = List.of(new Method("full", true, true, nms), new Method("no scores", false, true, nms),
                new Method("no offsets", true, false, nms), new Method("no NMS", true, true, 1));
        var table = Table.of("proposals|%d", "full|%.1f %%", "no scores|%.1f %%", "no offsets|%.1f %%",
                "no NMS|%.1f %%");
        var curves = Plot.of("Share of objects found against the demanded overlap, for 100 proposals: the full network"
                        + " holds out longest, without offsets it falls early, without scores it is lowest.")
                .axis("x", "demanded IoU").axis("y", "recall with 100 proposals [%]").limits(0, 100)
                .axis("color", "proposals").columns("iou", "recall", "method").map("x", "iou").map("y", "recall")
                .map("color", "method");
        var columns = new double[4][SIZES.length];
        for (int i = 0; i < 4; i++) {
            var method = methods.get(i);
            var proposals = scenes.stream().map(scene -> method.propose(rpn, scene, 1000)).toList();
            for (int n = 0; n < SIZES.length; n++) {
                var overlaps = overlaps(proposals, scenes, SIZES[n]);
                columns[i][n] = recall(overlaps, 0.7);
                facts.value(method.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + SIZES[n], columns[i][n], "%");
                for (int step = 0; step <= 20 && SIZES[n] == 100; step++) {
                    curves.row(0.5 + step / 40.0, recall(overlaps, 0.5 + step / 40.0), method.name());
                }
            }
        }
        for (int n = 0; n < SIZES.length; n++) {
            table.row(SIZES[n], columns[0][n], columns[1][n], columns[2][n], columns[3][n]);
        }
        System.out.print(table.text());
        facts.figure("recall", curves.layer("line").set("size", 1));
        facts.figure("scene", scene(scenes.get(0), methods.get(0).propose(rpn, scenes.get(0), 6)));
        facts.value("offsets-gain", columns[0][3] - columns[2][3], "");
        facts.value("scores-gap-100", columns[0][2] - columns[1][2], "");
        facts.value("scores-gap-1000", columns[0][4] - columns[1][4], "");
        facts.value("scores-gap-closes", columns[0][2] - columns[1][2] - columns[0][4] + columns[1][4], "");
        if (paper) {
            facts.atLeast("offsets-gain", 0, "ren2015, Table 2", "the order of 56.8 and 52.1 with 300 proposals");
            facts.atLeast("scores-gap-100", 0, "ren2015, Table 2", "the order of 55.1 and 44.6 with 100 proposals");
            facts.atLeast("scores-gap-closes", 0, "ren2015, Table 2", "with 1000 proposals 56.3 and 55.8");
        }
    }

    /** The cells of a scene in grey, its objects and its best proposals as outlines. */
    private static Plot scene(Scene scene, List<Box.Scored> proposals) {
        var plot = Plot.of("A drawn scene as a grid of bright and dark cells, outlines of its objects, and the outlines"
                        + " of the six best proposals, most of them about an object.")
                .height(480).axis("x", "x [pixel]").limits(0, Scene.WIDTH).axis("y", "y [pixel]")
                .limits(-Scene.HEIGHT, 0).ticks(List.of(-240, -160, -80, 0), List.of("240", "160", "80", "0"))
                .axis("color", "box").columns("left", "right", "bottom", "top", "light").map("xmin", "left")
                .map("xmax", "right").map("ymin", "bottom").map("ymax", "top").layer("rect").map("alpha", "light")
                .set("fill", "#888888").set("color", "#888888").set("size", 0).set("show_legend", false)
                .columns("left", "right", "bottom", "top", "light");
        for (int i = 0; i < Scene.ROWS * Scene.COLUMNS; i++) {
            int x = 16 * (i % Scene.COLUMNS);
            int y = 16 * (i / Scene.COLUMNS);
            plot.row(x, x + 16, -y - 16, -y, Math.max(0, Math.min(1, scene.cells[y / 16][x / 16])));
        }
        plot.layer("rect").set("alpha", 0).set("size", 1.2).map("color", "box")
                .columns("left", "right", "bottom", "top", "box");
        proposals.forEach(p -> plot.row(p.box().x0(), p.box().x1(), -p.box().y1(), -p.box().y0(), "proposal"));
        scene.truth.forEach(box -> plot.row(box.x0(), box.x1(), -box.y1(), -box.y0(), "object"));
        return plot;
    }
}
