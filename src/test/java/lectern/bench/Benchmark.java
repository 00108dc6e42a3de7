package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures the commands of Lectern, and peers, in turns, and prints a table. */
final class Benchmark {
    private static final Pattern SITE = Pattern.compile("\"sitePages\": (\\d+)");
    private static final Pattern PDF = Pattern.compile("\"pdfPages\": (\\d+)");

    private final Settings settings;
    private final Meter meter;

    private Benchmark(Settings settings, Meter meter) {
        this.settings = settings;
        this.meter = meter;
    }

    /** Run it with what the system properties ask for; see {@link Settings#ofSystem()}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Benchmark benchmark = new Benchmark(Settings.ofSystem(), Meter.ofThisSystem());
        String table = benchmark.run();
        Files.writeString(benchmark.settings.root().resolve("target/bench.adoc"), table);
        System.out.print(table);
    }

    private String run() throws IOException, InterruptedException {
        Folders.delete(settings.bench().resolve("real"));
        Folders.delete(settings.bench().resolve("progit-many"));
        Files.createDirectories(settings.bench());
        List<Scenario> scenarios = new ArrayList<>(OurScenarios.of(settings));
        scenarios.addAll(Peers.of(settings));
        scenarios.addAll(ImportScenarios.of(settings));
        List<Series> all = scenarios.stream().filter(this::wanted).map(Series::new).toList();
        String loadBefore = Table.load();
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Series series : all) {
                measure(series, round);
            }
        }
        String table = new Table(all, settings.rounds(), meter.means(), loadBefore).text();
        Path inputs = ImportScenarios.table(settings);
        return table + (Files.isRegularFile(inputs) ? "\n" + Files.readString(inputs) : "");
    }

    private boolean wanted(Scenario scenario) {
        return settings.only().matcher(scenario.name()).find();
    }

    private void measure(Series series, int round) throws IOException, InterruptedException {
        Scenario scenario = series.scenario();
        scenario.preparation().before(round);
        Path log = settings.bench().resolve("run.log");
        Usage usage = meter.run(scenario.command(), scenario.folder(), log);
        if (usage.exit() != 0) {
            throw new IllegalStateException(
                    scenario.name() + " ended with " + usage.exit() + "\n" + Files.readString(log));
        }
        series.add(usage, pages(scenario.report()));
        System.out.printf(
                Locale.ROOT,
                "round %d: %s: %.2f s CPU, %.2f s wall, %.0f MiB\n",
                round,
                scenario.name(),
                usage.cpu(),
                usage.wall(),
                usage.memory());
    }

    private static int pages(Path report) throws IOException {
        if (!Files.isRegularFile(report)) {
            return 0;
        }
        String json = Files.readString(report);
        for (Pattern pattern : List.of(PDF, SITE)) {
            Matcher matcher = pattern.matcher(json);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return 0;
    }
}
