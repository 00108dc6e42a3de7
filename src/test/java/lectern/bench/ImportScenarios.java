package lectern.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The import of Markdown, by file size, with pandoc beside it where this system has one. A million
 * bytes per row's number; the time includes the start of the JVM.
 */
final class ImportScenarios {
    private static final int MEGABYTE = 1_000_000;
    private static final List<Integer> SIZES = List.of(1, 2, 5, 10);

    private ImportScenarios() {}

    static List<Scenario> of(Settings settings) throws IOException {
        List<Scenario> all = new ArrayList<>();
        Path folder = Files.createDirectories(settings.bench().resolve("import"));
        String text = mix(settings.root());
        for (int size : SIZES) {
            Path source = folder.resolve(size + ".md");
            Files.writeString(source, text.repeat(size * MEGABYTE / text.length() + 1));
            all.add(lectern(settings, size, source));
        }
        Path large = folder.resolve(SIZES.get(SIZES.size() - 1) + ".md");
        Peers.program("pandoc").ifPresent(found -> all.add(pandoc(settings, found, large)));
        all.add(inputs(settings));
        return all;
    }

    /** Where the times of hostile inputs are written. */
    static Path table(Settings settings) {
        return settings.bench().resolve("import-inputs.adoc");
    }

    /** The notes of the tests and the seed, one after the other. */
    private static String mix(Path root) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Path> files = new ArrayList<>(List.of(root.resolve("seeds/map.md")));
        try (Stream<Path> tests = Files.walk(root.resolve("src/test/resources/markdown"))) {
            tests.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        for (Path file : files) {
            text.append(Files.readString(file, StandardCharsets.UTF_8)).append("\n\n");
        }
        return text.toString();
    }

    private static Scenario lectern(Settings settings, int size, Path source) {
        return scenario(
                settings,
                "import, " + size + " MB of Markdown",
                java(
                        "-jar",
                        settings.jar().toString(),
                        "import",
                        "--lenient",
                        "--force",
                        "-o",
                        source.getParent().resolve("out").toString(),
                        source.toString()));
    }

    private static Scenario pandoc(Settings settings, Path program, Path source) {
        return scenario(
                settings,
                "import by pandoc, 10 MB of Markdown",
                List.of(
                        program.toString(),
                        "-f",
                        "gfm",
                        "-t",
                        "asciidoc",
                        "--wrap=none",
                        "-o",
                        source.resolveSibling("pandoc.adoc").toString(),
                        source.toString()));
    }

    private static Scenario inputs(Settings settings) {
        return scenario(
                settings,
                "import, hostile inputs",
                java(
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportInputs.class.getName(),
                        table(settings).toString()));
    }

    private static Scenario scenario(Settings settings, String name, List<String> command) {
        Path none = settings.bench().resolve("import/none");
        return new Scenario(name, Budget.NONE, round -> {}, command, settings.bench(), none);
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
