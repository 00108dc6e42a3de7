package lectern.inpage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lectern.kernel.ToolProcess;
import lectern.text.SourceFiles;

/**
 * What came of running a module without a browser.
 *
 * @param stdout what it printed
 * @param exitCode of the program; 1 when it ended with an exception
 * @param error message of that exception; may be empty
 * @param rests how often it rested, for whoever watches to look at its figures
 * @param out folder with the files that it left
 */
public record ModuleRun(String stdout, int exitCode, String error, int rests, Path out) {

    /**
     * Run a module once for each list of arguments.
     *
     * @param folder for what comes of it; emptied first
     * @throws lectern.script.UnresolvedDependency when there is no engine for this machine
     * @throws IllegalStateException when the engine breaks down or takes too long
     */
    public static List<ModuleRun> all(
            PageTools tools,
            PageModule module,
            List<List<String>> arguments,
            Path folder,
            Duration timeout) {
        clear(folder);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            List<String> fields = new ArrayList<>();
            fields.add(module.file().toString());
            fields.add(folder.resolve(Integer.toString(i)).toString());
            fields.addAll(arguments.get(i));
            lines.add(String.join("\t", fields));
        }
        Path request = folder.resolve("request.tsv");
        SourceFiles.write(request, lines.stream().collect(Collectors.joining("\n")) + "\n");
        Path log = folder.resolve("log.txt");
        int code =
                new ToolProcess(
                                "lectern.inpage.v8.EngineProcess",
                                tools.engine(),
                                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                        .run(List.of(request.toString()), log, timeout);
        if (code != 0) {
            throw new IllegalStateException(
                    code < 0
                            ? "it did not end within " + timeout.toSeconds() + " s"
                            : "the engine ended with " + code + ": " + ToolProcess.tail(log));
        }
        List<ModuleRun> runs = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            runs.add(read(folder.resolve(Integer.toString(i))));
        }
        return runs;
    }

    private static ModuleRun read(Path folder) {
        return new ModuleRun(
                SourceFiles.read(folder.resolve("stdout")),
                Integer.parseInt(SourceFiles.read(folder.resolve("code"))),
                SourceFiles.read(folder.resolve("error")),
                Integer.parseInt(SourceFiles.read(folder.resolve("rests"))),
                folder.resolve("out"));
    }

    private static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("emptying " + folder, e);
        }
    }
}
