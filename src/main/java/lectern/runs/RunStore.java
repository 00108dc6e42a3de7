package lectern.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.text.FileMemory;
import lectern.text.SourceFiles;

/**
 * The recorded runs beside the notes, files that review well: {@code <cell>.run} with the inputs,
 * digests, facts and expectations, {@code <cell>.out} with what was printed, and what the run left
 * as {@code <cell>.table-<name>.csv}, {@code <cell>.fig-<name>.json} and so on.
 */
public final class RunStore {
    private final Path folder;
    private final Disk disk;

    /** Keep runs in a folder, by convention {@code notes/runs}. */
    public RunStore(Path folder) {
        this(folder, Disk.REAL);
    }

    RunStore(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Where the run of a cell is kept. */
    public Path file(Cell cell) {
        return file(cell, RunRecord.RUN);
    }

    private Path file(Cell cell, String name) {
        return folder.resolve(cell.path() + "." + name);
    }

    /**
     * Read the run of a cell.
     *
     * @throws IllegalArgumentException when the record is damaged, naming what is wrong
     */
    public Optional<CellRun> read(Cell cell) {
        return read(cell, FileMemory.NONE);
    }

    /** Read the run of a cell again. */
    Optional<CellRun> read(Cell cell, FileMemory memory) {
        return memory.of("run", file(cell), more -> read(cell, more));
    }

    private Optional<CellRun> read(Cell cell, Consumer<Path> more) {
        Path file = file(cell);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(
                RunRecord.parse(
                        file.getFileName().toString(),
                        SourceFiles.read(file),
                        name -> {
                            more.accept(file(cell, name));
                            return bytes(file(cell, name));
                        }));
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /**
     * Record the run of a cell; what an older run left beyond it goes.
     *
     * @throws UncheckedIOException when the disk would not, see {@link Replacement}
     */
    public void write(Cell cell, CellRun run) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        RunRecord.files(run).forEach((name, content) -> files.put(file(cell, name), content));
        List<Path> beyond = files(cell).stream().filter(file -> !files.containsKey(file)).toList();
        new Replacement(disk).replace(files, beyond);
    }

    /** All files that belong to a cell, sorted by name. */
    private List<Path> files(Cell cell) {
        return files(file(cell).getParent(), cell.id() + ".");
    }

    private static List<Path> files(Path area, String start) {
        if (!Files.isDirectory(area)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(area)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + area, e);
        }
    }

    /** What lies among the records and belongs to none of these cells' records. */
    public List<Orphan> orphans(Collection<Cell> cells) {
        return Orphan.below(folder, cells.stream().map(Cell::path).toList());
    }

    /** Delete what belongs to no record. */
    public void prune(List<Orphan> orphans) {
        for (Orphan orphan : orphans) {
            for (Path file : orphan.files()) {
                try {
                    disk.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("deleting " + file, e);
                }
            }
        }
    }
}
