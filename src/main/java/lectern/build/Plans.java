package lectern.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellSource.Inline;
import lectern.model.Diagnostic;
import lectern.model.Rule;
import lectern.note.BookReader;
import lectern.runs.RunPlan;
import lectern.runs.RunStore;
import lectern.script.Dependencies;
import lectern.script.Script;
import lectern.script.ScriptReader;
import lectern.script.UnresolvedDependency;
import lectern.tangle.Tangler;
import lectern.text.FileMemory;

/**
 * A book as scanned, its scripts and the state of its runs; made without Ruby and without running
 * anything.
 *
 * @param book as far as it could be read
 * @param plan of its runs
 * @param findings of reading notes, scripts and records, in order of place
 * @param catalog where others find the examples, such as {@code owner/repo}; may be empty
 */
public record Plans(Book book, RunPlan plan, List<Diagnostic> findings, String catalog) {

    /** Read a book and compare its records with its scripts. */
    public static Plans of(BookLayout layout) {
        return of(layout, FileMemory.NONE);
    }

    /**
     * Read a book again and compare its records with its scripts.
     *
     * @param memory of its files
     */
    static Plans of(BookLayout layout, FileMemory memory) {
        BookReader.Reading reading =
                BookReader.read(layout.root(), layout.main(), layout.attributes(), memory);
        Book book = reading.book();
        List<Diagnostic> findings = new ArrayList<>(reading.findings());
        Dependencies libraries = ScriptLibraries.of(layout);
        Map<Cell, Script> scripts =
                scripts(book, new TangledCells(layout), libraries, findings, memory);
        RunPlan plan = plan(layout, book, scripts, libraries, memory);
        findings.addAll(plan.findings());
        return new Plans(
                book, plan, findings.stream().distinct().sorted().toList(), reading.catalog());
    }

    private static Path script(Cell cell, TangledCells tangled, Path root) {
        return cell.source() instanceof Inline inline
                ? tangled.write(cell, inline)
                : root.resolve(cell.script());
    }

    private static RunPlan plan(
            BookLayout layout,
            Book book,
            Map<Cell, Script> scripts,
            Dependencies libraries,
            FileMemory memory) {
        RunStore store = new RunStore(layout.runs());
        return RunPlan.of(book.cells(), scripts, store, layout.root(), libraries, memory);
    }

    private static Map<Cell, Script> scripts(
            Book book,
            TangledCells tangled,
            Dependencies libraries,
            List<Diagnostic> findings,
            FileMemory memory) {
        Map<Cell, Script> scripts = new LinkedHashMap<>();
        Map<CellId, Cell> first = new HashMap<>();
        for (Cell cell : book.cells()) {
            Cell earlier = first.putIfAbsent(cell.id(), cell);
            if (earlier != null) {
                findings.add(
                        Diagnostic.error(
                                Rule.DUPLICATE_CELL,
                                cell.location(),
                                "cell '" + cell.id() + "' is already defined",
                                "it is first defined at " + earlier.location()));
                continue;
            }
            List<Diagnostic> faults =
                    cell.source() instanceof Inline inline
                            ? Tangler.faults(cell, inline)
                            : List.of();
            findings.addAll(faults);
            if (!faults.isEmpty()) {
                continue;
            }
            ScriptReader.Reading reading =
                    ScriptReader.read(book.root(), script(cell, tangled, book.root()), memory);
            reading.findings().forEach(found -> findings.add(tangled.inNote(found)));
            if (Diagnostic.anyError(reading.findings())) {
                continue;
            }
            try {
                libraries.resolve(reading.script());
                scripts.put(cell, reading.script());
            } catch (UnresolvedDependency e) {
                findings.add(new RunFindings(book.root()).unresolved(reading.script(), e));
            }
        }
        return scripts;
    }

    /** The same book with the runs that have been recorded since. */
    public Plans again(BookLayout layout) {
        Map<Cell, Script> scripts = new LinkedHashMap<>();
        plan.items().forEach(item -> scripts.put(item.cell(), item.script()));
        RunPlan renewed = plan(layout, book, scripts, ScriptLibraries.of(layout), FileMemory.NONE);
        return new Plans(book, renewed, findings, catalog);
    }

    /** All scripts of the book, each once; cells that stand in notes have none. */
    public Stream<Script> scripts() {
        return plan.items().stream()
                .filter(item -> !item.cell().inline())
                .map(RunPlan.Item::script)
                .distinct();
    }
}
