///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Take the NVLink mesh of a DGX-1V apart: links, diameter, bisection, and its three rings.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Graph facts of eight GPUs joined by NVLink without a switch. */
class CubeMesh {
    // tag::mesh[]
    /** Links between GPU i and GPU j, as nvidia-smi topo -m tells them. */
    static final int[][] DGX1V = {
            {0, 1, 1, 2, 2, 0, 0, 0},
            {1, 0, 2, 1, 0, 2, 0, 0},
            {1, 2, 0, 2, 0, 0, 1, 0},
            {2, 1, 2, 0, 0, 0, 0, 1},
            {2, 0, 0, 0, 0, 1, 1, 2},
            {0, 2, 0, 0, 1, 0, 2, 1},
            {0, 0, 1, 0, 1, 2, 0, 2},
            {0, 0, 0, 1, 2, 1, 2, 0},
    };
    // end::mesh[]

    /** Links that leave one GPU. */
    static int degree(int[][] links, int gpu) {
        return Arrays.stream(links[gpu]).sum();
    }

    /** Links of the machine, counted once each. */
    static int links(int[][] links) {
        return IntStream.range(0, links.length)
                .map(i -> IntStream.range(i, links.length).map(j -> links[i][j]).sum()).sum();
    }

    /** Pairs of GPUs that share at least one link. */
    static int pairs(int[][] links) {
        return (int) IntStream.range(0, links.length)
                .mapToLong(i -> IntStream.range(i, links.length).filter(j -> links[i][j] > 0).count()).sum();
    }

    /** Hops from one GPU to each other one without passing {@code absent}; -1 where there is no way. */
    static int[] hops(int[][] links, int from, int absent) {
        var hops = new int[links.length];
        Arrays.fill(hops, -1);
        hops[from] = 0;
        var queue = new ArrayList<>(List.of(from));
        for (int head = 0; head < queue.size(); head++) {
            int at = queue.get(head);
            for (int next = 0; next < links.length; next++) {
                if (links[at][next] > 0 && hops[next] < 0 && next != absent) {
                    hops[next] = hops[at] + 1;
                    queue.add(next);
                }
            }
        }
        return hops;
    }

    /** Most hops between any two GPUs. */
    static int diameter(int[][] links) {
        return IntStream.range(0, links.length)
                .map(i -> Arrays.stream(hops(links, i, -1)).max().orElse(0)).max().orElse(0);
    }

    /** How many GPUs can fail, one at a time, without cutting the rest apart. */
    static int survivable(int[][] links) {
        return (int) IntStream.range(0, links.length)
                .filter(dead -> Arrays.stream(hops(links, dead == 0 ? 1 : 0, dead)).filter(h -> h < 0).count() == 1)
                .count();
    }

    // tag::bisection[]
    /** Fewest links between two halves, over every way to halve the machine. */
    static int bisection(int[][] links) {
        int n = links.length;
        int fewest = Integer.MAX_VALUE;
        for (int half = 0; half < 1 << n; half++) {
            if (Integer.bitCount(half) == n / 2) {
                int crossing = 0;
                for (int i = 0; i < n; i++) {
                    for (int j = i + 1; j < n; j++) {
                        boolean cut = (half >> i & 1) != (half >> j & 1);
                        crossing += cut ? links[i][j] : 0;
                    }
                }
                fewest = Math.min(fewest, crossing);
            }
        }
        return fewest;
    }
    // end::bisection[]

    // tag::rings[]
    /** So many rings through all GPUs that share no link; empty if none. */
    static List<List<Integer>> rings(int[][] links, int want) {
        if (want == 0) {
            return List.of();
        }
        return extend(copy(links), new ArrayList<>(List.of(0)), want);
    }

    private static List<List<Integer>> extend(
            int[][] left, List<Integer> path, int want) {
        int at = path.get(path.size() - 1);
        if (path.size() == left.length) {
            return close(left, path, want);
        }
        for (int next = 1; next < left.length; next++) {
            if (left[at][next] > 0 && !path.contains(next)) {
                take(left, at, next, 1);
                path.add(next);
                var found = extend(left, path, want);
                if (!found.isEmpty()) {
                    return found;
                }
                path.remove(path.size() - 1); // <1>
                take(left, at, next, -1);
            }
        }
        return List.of();
    }

    private static List<List<Integer>> close(
            int[][] left, List<Integer> path, int want) {
        int last = path.get(path.size() - 1);
        if (left[last][0] == 0) {
            return List.of();
        }
        var rest = copy(left);
        take(rest, last, 0, 1);
        var others = rings(rest, want - 1); // <2>
        if (others.size() < want - 1) {
            return List.of();
        }
        var all = new ArrayList<List<Integer>>(List.of(List.copyOf(path)));
        all.addAll(others);
        return all;
    }
    // end::rings[]

    private static void take(int[][] links, int i, int j, int count) {
        links[i][j] -= count;
        links[j][i] -= count;
    }

    private static int[][] copy(int[][] links) {
        return Arrays.stream(links).map(int[]::clone).toArray(int[][]::new);
    }

    private static Plot mesh() {
        double[][] at = {{0, 0}, {5, 0}, {5, 5}, {0, 5}, {2.6, 1.2}, {7.6, 1.2}, {7.6, 6.2}, {2.6, 6.2}};
        double[] right = {-0.5, 0.5, -0.5, -0.5, 0.5, 0.5, 0.5, -0.5}; // of a corner stands its label
        var plot = Plot.of("A cube in perspective with a GPU on each corner, its edges and both diagonals of the front"
                        + " and of the back face; eight of the lines are double links.")
                .axis("x", "front face: GPU 0 to 3; back face: GPU 4 to 7").limits(-1.2, 8.8).ticks(List.of(), List.of())
                .axis("y", "").limits(-0.8, 7).ticks(List.of(), List.of()).axis("color", "links");
        for (int count = 1; count <= 2; count++) {
            plot.layer("segment").set("size", 1.2 * count).columns("x", "y", "to-x", "to-y", "links")
                    .map("x", "x").map("y", "y").map("xend", "to-x").map("yend", "to-y").map("color", "links");
            for (int i = 0; i < 8; i++) {
                for (int j = i + 1; j < 8; j++) {
                    if (DGX1V[i][j] == count) {
                        plot.row(at[i][0], at[i][1], at[j][0], at[j][1], Integer.toString(count));
                    }
                }
            }
        }
        plot.layer("text").columns("x", "y", "gpu").map("x", "x").map("y", "y").map("label", "gpu");
        for (int i = 0; i < 8; i++) {
            plot.row(at[i][0] + right[i], at[i][1] + (i % 4 < 2 ? -0.35 : 0.35), "GPU " + i);
        }
        return plot;
    }

    public static void main(String... argv) {
        new Args("cube-mesh", "Take the NVLink mesh of a DGX-1V apart.").read(argv);
        var facts = new Facts("cube-mesh");
        int gpus = DGX1V.length;
        var rings = rings(DGX1V, 3);
        facts.value("gpus", gpus, "");
        facts.value("links-per-gpu", IntStream.range(0, gpus).map(i -> degree(DGX1V, i)).min().orElse(0), "");
        facts.value("links", links(DGX1V), "");
        facts.value("pairs", pairs(DGX1V), "");
        facts.value("pairs-apart", gpus * (gpus - 1) / 2 - pairs(DGX1V), "");
        facts.value("diameter", diameter(DGX1V), "");
        facts.value("survivable", survivable(DGX1V), "");
        double cut = facts.value("bisection-links", bisection(DGX1V), "");
        double mesh = facts.value("bisection", 25 * cut, "GB/s"); // 25 GB/s: one NVLink 2, one direction
        double crossbar = facts.value("bisection-switched", 25.0 * gpus / 2 * degree(DGX1V, 0), "GB/s");
        facts.value("bisection-ratio", crossbar / mesh, "");
        facts.value("rings", rings.size(), "");
        System.out.printf(Locale.ROOT, "%d GPUs, %d links, %d of %d pairs linked, diameter %d\n", gpus,
                links(DGX1V), pairs(DGX1V), gpus * (gpus - 1) / 2, diameter(DGX1V));
        System.out.printf(Locale.ROOT, "any one GPU of %d may fail and the others still reach each other\n", survivable(DGX1V));
        System.out.printf(Locale.ROOT, "bisection: %.0f links, %.0f GB/s each way (switched: %.0f)\n", cut, mesh, crossbar);
        rings.forEach(ring -> System.out.print("ring: " + ring.stream().map(String::valueOf)
                .collect(Collectors.joining(" - ")) + " - 0\n"));
        facts.figure("mesh", mesh());
        facts.exactly("links-per-gpu", 6, "nvidia-dgx1, NVLink topology", "six connection points on each V100");
        facts.exactly("pairs", 16, "nvidia-dgx1, NVLink topology", "12 cube edges and the diagonals of two faces");
        facts.exactly("rings", 3, "nvidia-dgx1, NVLink topology", "three interwoven rings of single links");
        facts.finish();
    }
}
