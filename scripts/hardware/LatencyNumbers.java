///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION Check a famous table of latencies against itself: cycles against time, bytes against rate.
//COMPILE_OPTIONS -encoding UTF-8
//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true
//SOURCES ../lib/Facts.java ../lib/Plot.java ../lib/Table.java ../lib/Args.java

import java.util.List;
import java.util.Locale;

/** The latency table that Eliot Eshelman keeps, as D2L prints it: rows that carry the means to check them. */
class LatencyNumbers {
    // tag::rows[]
    /** A published row: time and half its last digit; cycles or rate. */
    record Row(String operation, double ns, double half,
            double cycles, double gbPerS) {
        /** What the note says in ns, at the clock of its processor; else 0. */
        double derived() {
            return cycles > 0 ? cycles / 2.6 : gbPerS > 0 ? 1e6 / gbPerS : 0;
        }

        static Row plain(String operation, double ns) {
            return new Row(operation, ns, 0, 0, 0);
        }

        static Row cycles(String operation,
                double ns, double half, double cycles) {
            return new Row(operation, ns, half, cycles, 0);
        }

        static Row megabyte(String operation,
                double ns, double half, double gbPerS) {
            return new Row(operation, ns, half, 0, gbPerS);
        }
    }
    // end::rows[]

    static final List<Row> ROWS = List.of(
            Row.cycles("L1 cache hit", 1.5, 0.05, 4),
            Row.cycles("float add, multiply or FMA", 1.5, 0.05, 4),
            Row.plain("L2 cache hit", 5),
            Row.plain("branch mispredict", 6),
            Row.cycles("L3 hit, line not shared", 16, 0.5, 42),
            Row.cycles("L3 hit, shared with a core", 25, 0.5, 65),
            Row.plain("mutex lock and unlock", 25),
            Row.cycles("L3 hit, modified in a core", 29, 0.5, 75),
            Row.plain("L3 hit on the other socket", 40),
            Row.plain("memory, 64 MB, own socket", 46),
            Row.plain("memory, 64 MB, other socket", 70),
            Row.plain("memory, 256 MB, own socket", 75),
            Row.plain("memory, 256 MB, other socket", 120),
            Row.plain("GPU global memory", 200),
            Row.plain("4 KB over a 100 Gb/s fabric", 1e3),
            Row.plain("launch a CUDA kernel", 10e3),
            Row.megabyte("1 MB to or from NVLink GPU", 30e3, 0.5e3, 33),
            Row.megabyte("1 MB to or from PCIe 3.0 GPU", 80e3, 5e3, 12),
            Row.plain("4 KB random read, NVMe", 120e3),
            Row.megabyte("1 MB sequential read, NVMe", 208e3, 0.5e3, 4.8),
            Row.plain("round trip in a datacenter", 500e3),
            Row.megabyte("1 MB sequential read, SATA SSD", 2e6, 0.5e6, 0.55),
            Row.megabyte("1 MB sequential read, disk", 5e6, 0.5e6, 0.2),
            Row.plain("random disk access", 10e6),
            Row.plain("packet CA, Netherlands, CA", 150e6));

    // tag::clock[]
    /** Lowest and highest clock in GHz that explain every row with cycles. */
    static double[] clock(List<Row> rows) {
        double low = 0;
        double high = Double.MAX_VALUE;
        for (var row : rows) {
            if (row.cycles() > 0) {
                low = Math.max(low, row.cycles() / (row.ns() + row.half())); // <1>
                high = Math.min(high, row.cycles() / (row.ns() - row.half()));
            }
        }
        return new double[] {low, high};
    }
    // end::clock[]

    /** Time on a scale on which 1 ns is 1 s: what a person would wait. */
    static String human(double seconds) {
        var units = List.of("s", "min", "h", "days", "years");
        double[] lengths = {1, 60, 3600, 86400, 365.25 * 86400};
        int unit = 0;
        while (unit < 4 && seconds >= lengths[unit + 1]) {
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", seconds / lengths[unit], units.get(unit));
    }

    public static void main(String... argv) {
        new Args("latency-numbers", "Check a famous table of latencies against itself.").read(argv);
        var facts = new Facts("latency-numbers");
        var clock = clock(ROWS);
        facts.value("clock-low", clock[0], "GHz");
        facts.value("clock-high", clock[1], "GHz");
        facts.value("clock", (clock[0] + clock[1]) / 2, "GHz");
        var table = Table.of("operation|%s", "printed [ns]|%,.1f", "from its note [ns]|%,.1f", "off|%+.1f %%");
        var all = Table.of("operation|%s", "time [ns]|%,.1f", "if 1 ns were 1 s|%s");
        for (var row : ROWS) {
            all.row(row.operation(), row.ns(), human(row.ns()));
            if (row.derived() > 0) {
                table.row(row.operation(), row.ns(), row.derived(), 100 * (row.derived() / row.ns() - 1));
            }
            if (row.gbPerS() > 0) {
                var name = row.operation().replaceAll("^.*(NVLink|PCIe|NVMe|SATA|disk).*$", "$1");
                facts.value("megabyte-" + name.toLowerCase(Locale.ROOT), row.derived() / 1e3, "µs");
            }
        }
        facts.value("remote-l3-low", 100 / 2.6, "ns");
        facts.value("remote-l3-high", 300 / 2.6, "ns");
        facts.value("mebibyte-nvme", 1.048576e6 / 4.8 / 1e3, "µs");
        facts.table("rows", all);
        facts.figure("ruler", ruler());
        System.out.printf(Locale.ROOT, "%s\none clock explains every cycle count: %.2f to %.2f GHz\n\n",
                table.text(), clock[0], clock[1]);
        facts.within("clock", 2.6, 0.01, "intel-e5-2690v4", "half of the interval the rounding leaves open");
        facts.within("remote-l3-low", 40, 0.04, "d2l-hardware, table 1", "printed as 40 ns, two digits");
        facts.within("remote-l3-high", 116, 0.01, "d2l-hardware, table 1", "printed as 116 ns, three digits");
        facts.within("megabyte-nvlink", 30, 0.02, "d2l-hardware, table 2", "printed to the microsecond");
        facts.within("megabyte-pcie", 80, 0.05, "d2l-hardware, table 2", "both numbers carry one digit or two");
        facts.within("megabyte-nvme", 208, 0.0025, "d2l-hardware, table 1", "printed to the microsecond");
        facts.within("megabyte-sata", 2000, 0.1, "d2l-hardware, table 1", "printed as 2 ms, one digit");
        facts.exactly("megabyte-disk", 5000, "d2l-hardware, table 1", "200 MB/s divides evenly");
        facts.finish();
    }

    private static Plot ruler() {
        var plot = Plot.of("A ruler of time on a logarithmic axis from one nanosecond to one second: caches, memory,"
                        + " fabric and GPU transfers, flash, disk, and last a packet across the Atlantic.")
                .height(560).logAxis("x", "time").limits(0.5, 3e9)
                .ticks(List.of(1, 1e3, 1e6, 1e9), List.of("1 ns", "1 µs", "1 ms", "1 s"))
                .axis("y", "operation").ticks(List.of(), List.of()).columns("ns", "row", "beside", "after", "before");
        for (int i = 0; i < ROWS.size(); i++) {
            var row = ROWS.get(i);
            boolean left = row.ns() > 5e4; // no room on the right
            plot.row(row.ns(), i, left ? row.ns() / 1.5 : row.ns() * 1.5, left ? "" : row.operation(),
                    left ? row.operation() : "");
        }
        return plot.map("y", "row").layer("point").map("x", "ns").set("size", 4)
                .layer("text").map("x", "beside").map("label", "after").set("hjust", 0)
                .layer("text").map("x", "beside").map("label", "before").set("hjust", 1);
    }
}
