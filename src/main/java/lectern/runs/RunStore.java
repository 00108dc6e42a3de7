package lectern.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.model.Artifact;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Digest;
import lectern.model.Inputs;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/**
 * The recorded runs beside the notes, plain text that reviews well: {@code <cell>.run} with the
 * digest, facts and expectations, {@code <cell>.out} with what was printed, and tables and figures
 * as the script named them: {@code <cell>.table-<name>.csv}, {@code <cell>.fig-<name>.png}.
 */
public final class RunStore {
    private final Path folder;

    /** Keep runs in a folder, by convention {@code notes/runs}. */
    public RunStore(Path folder) {
        this.folder = folder;
    }

    /** Where the run of a cell is kept. */
    public Path file(Cell cell) {
        return folder.resolve(cell.path() + ".run");
    }

    /**
     * Read the run of a cell.
     *
     * @throws IllegalArgumentException when the record is damaged, naming what is wrong
     */
    public Optional<CellRun> read(Cell cell) {
        Path file = file(cell);
        Path output = folder.resolve(cell.path() + ".out");
        if (!Files.isRegularFile(file) || !Files.isRegularFile(output)) {
            return Optional.empty();
        }
        Optional<Digest> recorded = Optional.empty();
        Map<String, String> parts = new LinkedHashMap<>();
        Optional<String> machine = Optional.empty();
        List<String> facts = new ArrayList<>();
        for (String line : SourceFiles.lines(file)) {
            if (line.startsWith("inputs\tsha256:")) {
                recorded = Optional.of(new Digest(line.substring(14)));
                facts.add("");
            } else if (line.startsWith("input\t")) {
                String[] fields = line.split("\t", 3);
                parts.put(fields[1], fields.length == 3 ? fields[2] : "");
                facts.add("");
            } else if (line.startsWith("machine\t")) {
                machine = Optional.of(line.substring(8));
                facts.add("");
            } else {
                facts.add(line);
            }
        }
        FactsFormat parsed = FactsFormat.parse(file.getFileName().toString(), facts);
        Inputs inputs = new Inputs(parts);
        Digest digest =
                recorded.orElseThrow(
                        () -> new IllegalArgumentException("the record has no inputs"));
        if (!digest.equals(digest(inputs))) {
            throw new IllegalArgumentException("its inputs do not match their digest");
        }
        String text = SourceFiles.read(output).replace("\r\n", "\n");
        return Optional.of(
                new CellRun(
                        inputs,
                        text,
                        parsed.facts(),
                        parsed.expectations(),
                        ArtifactFiles.recorded(files(cell), cell.id().value()),
                        machine));
    }

    /** Record the run of a cell, every file whole; what an older run left beyond it goes. */
    public void write(Cell cell, CellRun run) {
        List<String> lines = new ArrayList<>();
        lines.add("inputs\t" + digest(run.inputs()));
        run.inputs().parts().forEach((name, value) -> lines.add("input\t" + name + "\t" + value));
        run.machine().ifPresent(machine -> lines.add("machine\t" + machine));
        lines.addAll(new FactsFormat(run.facts(), run.expectations()).lines());
        String record = String.join("\n", lines) + "\n";
        Path file = file(cell);
        if (Files.isRegularFile(file) && !SourceFiles.read(file).equals(record)) {
            delete(file);
        }
        List<Path> kept = new ArrayList<>();
        kept.add(put(cell, ".out", bytes(run.stdout())));
        for (Artifact artifact : run.artifacts()) {
            kept.add(put(cell, "." + artifact.fileName(), artifact.bytes()));
        }
        // the record goes first and comes last: without it the rest counts as no run at all
        kept.add(put(cell, ".run", bytes(record)));
        files(cell).stream().filter(old -> !kept.contains(old)).forEach(RunStore::delete);
    }

    /** Digest over all parts, which tells a record that was cut or merged wrongly. */
    private static Digest digest(Inputs inputs) {
        StringBuilder text = new StringBuilder();
        inputs.parts()
                .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        return Digests.of(text.toString());
    }

    private Path put(Cell cell, String ending, byte[] content) {
        Path file = folder.resolve(cell.path() + ending);
        SourceFiles.write(file, content);
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All files that belong to a cell, sorted by name. */
    private List<Path> files(Cell cell) {
        Path area = file(cell).getParent();
        if (!Files.isDirectory(area)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(area)) {
            return files.filter(file -> file.getFileName().toString().startsWith(cell.id() + "."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + area, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + file, e);
        }
    }
}
