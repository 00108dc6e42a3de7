///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Compute the bandwidth of PCIe and NVLink from lanes, rate and encoding, and compare them.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.List;
import java.util.Locale;

/** Bandwidth of two interconnects from first principles. All rates are decimal: 1 GB/s is 1e9 byte/s. */
class InterconnectMath {
    // tag::pcie[]
    /** A PCIe generation: rate of a lane, share of bits that are data. */
    record Pcie(String name, int year, double gtPerSecond,
            double encoding, String code) {
        /** GB/s in one direction; a transfer moves one bit. */
        double gbPerSecond(int lanes) {
            return gtPerSecond * lanes * encoding / 8;
        }
    }

    static final List<Pcie> PCIE = List.of(
            new Pcie("1.0", 2003, 2.5, 8.0 / 10, "8b/10b"), // <1>
            new Pcie("2.0", 2007, 5, 8.0 / 10, "8b/10b"),
            new Pcie("3.0", 2010, 8, 128.0 / 130, "128b/130b"), // <2>
            new Pcie("4.0", 2017, 16, 128.0 / 130, "128b/130b"),
            new Pcie("5.0", 2019, 32, 128.0 / 130, "128b/130b"),
            new Pcie("6.0", 2022, 64, 236.0 / 256, "236B/256B")); // <3>
    // end::pcie[]

    // tag::nvlink[]
    /** An NVLink generation: wire pairs per direction, links per GPU. */
    record NvLink(int nr, String gpu, int year,
            double gbitPerPair, int pairs, int links) {
        /** GB/s of one link in one direction. */
        double gbPerSecondOfLink() {
            return gbitPerPair * pairs / 8;
        }

        /** GB/s of the whole GPU in one direction. */
        double gbPerSecond() {
            return gbPerSecondOfLink() * links;
        }
    }

    static final List<NvLink> NVLINK = List.of(
            new NvLink(1, "P100", 2016, 20, 8, 4),
            new NvLink(2, "V100", 2017, 25, 8, 6),
            new NvLink(3, "A100", 2020, 50, 4, 12),
            new NvLink(4, "H100", 2022, 100, 2, 18),
            new NvLink(5, "B200", 2024, 200, 2, 18));
    // end::nvlink[]

    private static final List<Integer> YEARS = List.of(2005, 2010, 2015, 2020, 2025);

    // tag::all-reduce[]
    /** A way to connect GPUs, by what one GPU can send while it also receives. */
    record Fabric(String name, double gbPerSecond) {
        /** Milliseconds a ring all-reduce needs when only bandwidth counts. */
        double allReduceMillis(int gpus, double gigabytes) {
            double sentByEach = 2.0 * (gpus - 1) / gpus * gigabytes;
            return 1e3 * sentByEach / gbPerSecond;
        }
    }
    // end::all-reduce[]

    public static void main(String... argv) {
        var args = new Args("interconnect-math", "Compute the bandwidth of PCIe and NVLink, and compare them.");
        var gpus = args.whole("gpus", 8, 2, 1024, "GPUs in the all-reduce");
        var gigabytes = args.real("gigabytes", 1, 1e-6, 1e6, "size of the all-reduce in GB");
        args.read(argv);
        var facts = new Facts("interconnect-math");
        ladders(facts);
        allReduce(facts, gpus.getAsInt(), gigabytes.getAsDouble());
        expectations(facts);
        facts.finish();
    }

    private static void ladders(Facts facts) {
        var pcie = Table.of("PCIe|%s", "year|%d", "GT/s|%.1f", "coding|%s", "x1 [GB/s]|%.3f", "x16 [GB/s]|%.2f",
                "x16 both ways|%.1f");
        var figure = Plot.of("Two rising lines on a logarithmic axis: the bandwidth of a PCIe x16 slot since 2003,"
                        + " and that of NVLink since 2016, which runs five to fourteen times higher.")
                .axis("x", "year").limits(2001, 2026).ticks(YEARS, YEARS.stream().map(String::valueOf).toList())
                .logAxis("y", "both directions [GB/s]").limits(5, 3000).axis("color", "interconnect")
                .columns("year", "rate", "kind", "name").map("x", "year").map("y", "rate").map("color", "kind");
        for (var p : PCIE) {
            double one = p.gbPerSecond(1);
            double all = p.gbPerSecond(16);
            pcie.row(p.name(), p.year(), p.gtPerSecond(), p.code(), one, all, 2 * all);
            figure.row(p.year(), 2 * all, "PCIe x16", p.name());
            facts.value("pcie" + p.name().charAt(0) + "-x1", one, "GB/s");
            facts.value("pcie" + p.name().charAt(0) + "-x16", all, "GB/s");
            facts.value("pcie" + p.name().charAt(0) + "-x16-both", 2 * all, "GB/s");
        }
        var nvlink = Table.of("NVLink|%d", "GPU|%s", "year|%d", "Gb/s x pairs|%s", "link [GB/s]|%.0f", "links|%d",
                "both ways [GB/s]|%.0f");
        for (var n : NVLINK) {
            var signal = Facts.number(n.gbitPerPair()) + " x " + n.pairs();
            double both = facts.value("nvlink" + n.nr(), 2 * n.gbPerSecond(), "GB/s");
            nvlink.row(n.nr(), n.gpu(), n.year(), signal, n.gbPerSecondOfLink(), n.links(), both);
            figure.row(n.year(), both, "NVLink", n.gpu());
        }
        figure.layer("line").layer("point").set("size", 4);
        figure.layer("text").map("label", "name").set("hjust", 1).set("nudge_x", -0.5).set("show_legend", false);
        facts.figure("ladder", figure);
        System.out.print(pcie.text() + "\n" + nvlink.text() + "\n");
    }

    private static void allReduce(Facts facts, int gpus, double gigabytes) {
        var table = Table.of("fabric|%s", "one GPU sends [GB/s]|%.1f", "all-reduce [ms]|%.1f", "speed-up|%.1f");
        var figure = Plot.of("Bars of the time of one all-reduce: tall for PCIe, hardly visible for NVLink 5.")
                .axis("x", "fabric").axis("y", "time of the all-reduce [ms]")
                .columns("fabric", "ms", "label").map("x", "fabric").map("y", "ms");
        var fabrics = List.of(
                new Fabric("PCIe 3, real", 12), // d2l-hardware, table 2
                new Fabric("PCIe 3", PCIE.get(2).gbPerSecond(16)),
                new Fabric("PCIe 5", PCIE.get(4).gbPerSecond(16)),
                new Fabric("NVLink 2", NVLINK.get(1).gbPerSecond()),
                new Fabric("NVLink 4", NVLINK.get(3).gbPerSecond()),
                new Fabric("NVLink 5", NVLINK.get(4).gbPerSecond()));
        double slowest = fabrics.get(0).allReduceMillis(gpus, gigabytes);
        for (var fabric : fabrics) {
            double ms = fabric.allReduceMillis(gpus, gigabytes);
            table.row(fabric.name(), fabric.gbPerSecond(), ms, slowest / ms);
            figure.row(fabric.name(), ms, String.format(Locale.ROOT, "%.1f", ms));
            facts.value("ms-" + fabric.name().toLowerCase(Locale.ROOT).replaceAll("[ ,]+", "-"), ms, "ms");
        }
        facts.value("gpus", gpus, "");
        facts.value("size", gigabytes, "GB");
        facts.table("all-reduce", table);
        figure.layer("bar").set("stat", "identity").layer("text").map("label", "label").set("vjust", 0).set("nudge_y", 2);
        facts.figure("all-reduce", figure);
    }

    private static void expectations(Facts facts) {
        facts.value("pcie3-x16-gbit", 8 * PCIE.get(2).gbPerSecond(16), "Gb/s");
        facts.within("pcie3-x16-gbit", 126.016, 0.0002, "geerling-pcie, issue 712",
                "the Linux kernel rounds one lane down to 7.876 Gb/s before it multiplies");
        facts.within("pcie6-x16", 118, 0.005, "lockwood-pcie6", "the source says about 118 GB/s");
        facts.exactly("nvlink1", 160, "microway-p100", "four links, 80 GB/s each way");
        facts.exactly("nvlink2", 300, "nvidia-nvlink-v100", "a product of whole numbers");
        facts.exactly("nvlink3", 600, "nvidia-nvlink-a100", "a product of whole numbers");
        facts.exactly("nvlink4", 900, "wikipedia-nvlink, Principle", "a product of whole numbers");
        facts.exactly("nvlink5", 1800, "nvidia-nvlink", "printed as 1.8 TB/s");
        ratio(facts, 1, 3);
        ratio(facts, 2, 3);
        ratio(facts, 3, 4);
        ratio(facts, 4, 5);
        ratio(facts, 5, 5);
        facts.within("nvlink2-over-pcie3", 10, 0.05, "nvidia-nvlink-v100", "a round number: 10X is 9.5 rounded up");
        facts.within("nvlink3-over-pcie4", 10, 0.05, "nvidia-nvlink-a100", "the same round number, the same ratio");
        facts.atLeast("nvlink4-over-pcie5", 7, "nvidia-nvlink-h100", "the source says over 7X");
        facts.atLeast("nvlink5-over-pcie5", 14, "nvidia-nvlink", "the source says over 14X");
    }

    private static void ratio(Facts facts, int nvlink, int pcie) {
        double ratio = NVLINK.get(nvlink - 1).gbPerSecond() / PCIE.get(pcie - 1).gbPerSecond(16);
        facts.value("nvlink" + nvlink + "-over-pcie" + pcie, ratio, "");
    }
}
