package lectern.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reads /proc: times of the children that this JVM has waited for, and the memory of each. */
record ProcMeter() implements Meter {
    static final Path SELF = Path.of("/proc/self/stat");
    // Linux counts in hundredths of a second towards programs, whatever the kernel's own clock
    private static final double TICKS_PER_SECOND = 100;
    private static final int POLL_MILLIS = 20;
    // fields of proc(5) after the name in parentheses: state is 0, cutime 13, cstime 14
    private static final int CUTIME = 13;

    @Override
    public String means() {
        return "/proc: cutime and cstime of the benchmark after each command, "
                + "VmHWM of every process polled each "
                + POLL_MILLIS
                + " ms";
    }

    @Override
    public Usage run(List<String> command, Path folder, Path log)
            throws IOException, InterruptedException {
        double before = childSeconds();
        long start = System.nanoTime();
        Process process = Meter.process(command, folder, log).start();
        long peak = 0;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKib(process.toHandle()));
        }
        double wall = (System.nanoTime() - start) / 1e9;
        return new Usage(wall, childSeconds() - before, peak / 1024.0, process.exitValue());
    }

    private static double childSeconds() throws IOException {
        String stat = Files.readString(SELF, StandardCharsets.UTF_8);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[CUTIME]) + Long.parseLong(fields[CUTIME + 1]);
        return ticks / TICKS_PER_SECOND;
    }

    private static long peakKib(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcMeter::highWaterKib)
                .max()
                .orElse(0);
    }

    private static long highWaterKib(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it ended between the listing and the reading
        }
    }
}
