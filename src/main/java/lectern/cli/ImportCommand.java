package lectern.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import lectern.markdown.ImportedNote;
import lectern.markdown.MarkdownImporter;
import lectern.text.SourceFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns Markdown files into notes; without a file, standard input into standard output. */
@Command(
        name = "import",
        description = "Turn Markdown into AsciiDoc; without a file, standard input.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "Markdown files, or folders of them; - or none: standard input.")
    private List<Path> sources = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where notes go, folders keeping their layout; default: beside the file.")
    private Path output;

    @Option(names = "--stdout", description = "Print the notes instead of writing files.")
    private boolean print;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Option(names = "--lenient", description = "End with 0 even when something was lost.")
    private boolean lenient;

    @Option(names = "--trace", description = "Say before each block which line it came from.")
    private boolean trace;

    private int lost;

    @Override
    public Integer call() {
        Console console = new Console(spec);
        MarkdownImporter importer = new MarkdownImporter(trace);
        if (sources.isEmpty() || sources.equals(List.of(Path.of("-")))) {
            show(importer.convert(standardInput(), path -> false), "standard input");
            return code();
        }
        List<MarkdownFile> files = MarkdownFile.under(sources, output);
        if (files.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "there is no Markdown file in " + sources.get(0));
        }
        Vault vault = Vault.of(sources);
        if (!print && !force) {
            refuseToOverwrite(files);
        }
        Map<Path, Set<String>> fragments = new HashMap<>();
        files.forEach(file -> file.collect(SourceFiles.read(file.source()), vault, fragments));
        for (MarkdownFile file : files) {
            ImportedNote note =
                    importer.convert(
                            SourceFiles.read(file.source()),
                            vault.around(file.source()),
                            fragments.getOrDefault(
                                    file.source().toAbsolutePath().normalize(), Set.of()));
            if (print) {
                show(note, file.source().toString());
            } else {
                SourceFiles.write(file.note(), note.text());
                report(note, file.source().toString());
            }
        }
        if (!print) {
            console.say("imported " + files.size() + (files.size() == 1 ? " file" : " files"));
        }
        return code();
    }

    private void refuseToOverwrite(List<MarkdownFile> files) {
        for (MarkdownFile file : files) {
            if (Files.exists(file.note())) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        file.note() + " is there already; --force writes over it");
            }
        }
    }

    private void show(ImportedNote note, String name) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(note.text());
        out.flush();
        report(note, name);
    }

    private void report(ImportedNote note, String name) {
        PrintWriter err = spec.commandLine().getErr();
        note.losses()
                .forEach(
                        loss ->
                                err.println(
                                        name
                                                + ":"
                                                + loss.line()
                                                + ": "
                                                + loss.what()
                                                + ", "
                                                + loss.why()));
        err.flush();
        lost += note.losses().size();
    }

    private int code() {
        return lost == 0 || lenient ? ExitCode.CLEAN : ExitCode.DIAGNOSTICS;
    }

    private static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading standard input", e);
        }
    }
}
