package lectern.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lectern.model.ArtifactKind;
import lectern.model.CellId;
import lectern.text.SourceFiles;

/**
 * Files among the records that no cell's record owns.
 *
 * @param files sorted by name, those of one cell together
 * @param why such as {@code the notes here have no cell 'gone'}
 */
public record Orphan(List<Path> files, String why) {

    /** Copy the list. */
    public Orphan {
        files = List.copyOf(files);
    }

    /** Look through a folder of records; {@code owners} are paths of cells below it. */
    static List<Orphan> below(Path folder, Collection<String> owners) {
        Map<String, List<Path>> stems = new TreeMap<>();
        List<Orphan> orphans = new ArrayList<>();
        for (Path file : regularFiles(folder)) {
            String name = file.getFileName().toString();
            if (name.startsWith(".")) {
                if (name.endsWith(".tmp")) {
                    orphans.add(new Orphan(List.of(file), "a recording was cut short here"));
                }
                continue;
            }
            int dot = name.indexOf('.');
            if (dot < 0 || !ours(name.substring(0, dot), name.substring(dot + 1))) {
                continue;
            }
            Path stem = file.resolveSibling(name.substring(0, dot));
            stems.computeIfAbsent(SourceFiles.relative(folder, stem), key -> new ArrayList<>())
                    .add(file);
        }
        stems.forEach(
                (stem, files) -> {
                    if (!owners.contains(stem)) {
                        String cell = stem.substring(stem.lastIndexOf('/') + 1);
                        orphans.add(
                                new Orphan(files, "the notes here have no cell '" + cell + "'"));
                    } else {
                        strays(folder.resolve(stem + "." + RunRecord.RUN), files, orphans);
                    }
                });
        return orphans;
    }

    /** Whether a file can be part of a record; what else somebody keeps here is theirs. */
    private static boolean ours(String cell, String rest) {
        return CellId.isValid(cell)
                && (rest.equals(RunRecord.RUN)
                        || rest.equals(RunRecord.OUT)
                        || ArtifactKind.of(rest).isPresent());
    }

    /** Files with the name of a cell that its record does not speak of. */
    private static void strays(Path run, List<Path> files, List<Orphan> orphans) {
        if (!files.contains(run)) {
            return;
        }
        String start = run.getFileName().toString().replaceFirst("run$", "");
        List<String> known = RunRecord.names(SourceFiles.read(run));
        for (Path file : files) {
            String name = file.getFileName().toString().substring(start.length());
            if (!file.equals(run) && !known.contains(name) && !known.isEmpty()) {
                orphans.add(new Orphan(List.of(file), "the record beside it does not name it"));
            }
        }
    }

    private static List<Path> regularFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }
}
