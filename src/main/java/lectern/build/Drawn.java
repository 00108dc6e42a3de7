package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.model.CellRun;
import lectern.model.Formula;

/**
 * What was drawn the last time and needs no drawing this time: for a book that is drawn again and
 * again. A picture whose file has gone is drawn anew.
 */
final class Drawn {
    private Set<List<Object>> formulas = Set.of();
    private Set<Path> diagrams = Set.of();
    private Map<String, CellRun> runs = Map.of();
    private final Set<List<Object>> newFormulas = new HashSet<>();
    private final Set<Path> newDiagrams = new HashSet<>();
    private final Map<String, CellRun> newRuns = new HashMap<>();

    /** Begin another time. */
    void again() {
        formulas = Set.copyOf(newFormulas);
        diagrams = Set.copyOf(newDiagrams);
        runs = Map.copyOf(newRuns);
        newFormulas.clear();
        newDiagrams.clear();
        newRuns.clear();
    }

    /** Draw a formula that was not drawn the last time; one that {@code draw} throws of is not. */
    void formula(Formula formula, Runnable draw) {
        List<Object> key = List.of(formula.latex(), formula.display());
        if (!formulas.contains(key)) {
            draw.run();
        }
        newFormulas.add(key);
    }

    /** Whether a diagram is there. */
    boolean diagram(Path file) {
        return diagrams.contains(file) && Files.isRegularFile(file) && newDiagrams.add(file);
    }

    /** Note that a diagram has been drawn. */
    void add(Path diagram) {
        newDiagrams.add(diagram);
    }

    /**
     * Whether the pictures of a run are there.
     *
     * @param run the very same as the last time, as {@link lectern.text.FileMemory} gives it
     */
    boolean run(String cell, CellRun run, List<Path> pictures) {
        boolean known = runs.get(cell) == run && pictures.stream().allMatch(Files::isRegularFile);
        if (known) {
            newRuns.put(cell, run);
        }
        return known;
    }

    /** Note that the pictures of a run have been drawn. */
    void add(String cell, CellRun run) {
        newRuns.put(cell, run);
    }
}
