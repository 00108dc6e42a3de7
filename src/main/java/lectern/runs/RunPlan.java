package lectern.runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Inputs;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Severity;
import lectern.script.Dependencies;
import lectern.script.Script;
import lectern.text.FileMemory;
import lectern.text.SourceFiles;

/**
 * Which cells have a run that still tells the truth.
 *
 * @param items in the order of the cells
 * @param findings records that could not be read
 */
public record RunPlan(List<Item> items, List<Diagnostic> findings) {

    /** How the record of a cell stands to its inputs. */
    public enum State {
        FRESH,
        STALE,
        MISSING,
        DAMAGED
    }

    /**
     * One cell with its script and its record.
     *
     * @param inputs what a run would depend on now
     * @param recorded the run on record, fresh or not
     */
    public record Item(
            Cell cell, Script script, Inputs inputs, State state, Optional<CellRun> recorded) {}

    /** Compare each cell's inputs with its record, where no script has libraries. */
    public static RunPlan of(
            List<Cell> cells, Map<Cell, Script> scripts, RunStore store, Path root) {
        return of(cells, scripts, store, root, Dependencies.NONE);
    }

    /** Compare each cell's inputs with its record. */
    public static RunPlan of(
            List<Cell> cells,
            Map<Cell, Script> scripts,
            RunStore store,
            Path root,
            Dependencies dependencies) {
        return of(cells, scripts, store, root, dependencies, FileMemory.NONE);
    }

    /**
     * Compare each cell's inputs with its record again.
     *
     * @param memory of their files
     */
    public static RunPlan of(
            List<Cell> cells,
            Map<Cell, Script> scripts,
            RunStore store,
            Path root,
            Dependencies dependencies,
            FileMemory memory) {
        RunInputs inputs = new RunInputs(root, dependencies, memory);
        List<RunPlan> plans =
                // each cell by itself; the order of the list holds
                cells.parallelStream()
                        .filter(scripts::containsKey)
                        .map(cell -> of(cell, scripts.get(cell), store, memory, root, inputs))
                        .toList();
        return new RunPlan(
                plans.stream().flatMap(plan -> plan.items().stream()).toList(),
                plans.stream().flatMap(plan -> plan.findings().stream()).toList());
    }

    private static RunPlan of(
            Cell cell,
            Script script,
            RunStore store,
            FileMemory memory,
            Path root,
            RunInputs current) {
        Optional<CellRun> recorded = Optional.empty();
        List<Diagnostic> findings = List.of();
        State otherwise = State.MISSING;
        try {
            recorded = store.read(cell, memory);
        } catch (IllegalArgumentException e) {
            otherwise = State.DAMAGED;
            findings =
                    List.of(
                            new Diagnostic(
                                    Severity.WARNING,
                                    Rule.MALFORMED_RECORD,
                                    Location.of(SourceFiles.relative(root, store.file(cell))),
                                    "record is damaged and will be made anew: " + e.getMessage(),
                                    Optional.empty()));
        }
        Inputs inputs = current.of(cell, script);
        State state =
                recorded.map(run -> run.inputs().equals(inputs) ? State.FRESH : State.STALE)
                        .orElse(otherwise);
        return new RunPlan(List.of(new Item(cell, script, inputs, state, recorded)), findings);
    }

    /** The cells that must run before the book may be built. */
    public List<Item> due() {
        return items.stream().filter(item -> item.state() != State.FRESH).toList();
    }

    /** The recorded runs by the id of their cell. */
    public Map<String, CellRun> runs() {
        Map<String, CellRun> runs = new LinkedHashMap<>();
        items.forEach(
                item -> item.recorded().ifPresent(run -> runs.put(item.cell().id().value(), run)));
        return runs;
    }
}
