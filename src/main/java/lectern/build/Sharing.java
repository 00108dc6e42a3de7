package lectern.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.check.MetExpectations;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.Rule;
import lectern.runs.RunPlan;
import lectern.runs.SharedRuns;

/**
 * Takes runs from a store where it has them, runs the other cells, and gives their runs to the
 * store. A measurement is neither taken nor given. What is wrong with the store is a warning; once
 * it gives no answer it is asked no more.
 */
public final class Sharing {
    private final Optional<SharedRuns> store;
    private final Map<RunPlan.Item, Diagnostic> warnings = new LinkedHashMap<>();
    private boolean available = true;

    private Sharing(Optional<SharedRuns> store) {
        this.store = store;
    }

    /** Share nothing. */
    public static Sharing off() {
        return new Sharing(Optional.empty());
    }

    /**
     * Share through the store at a URL.
     *
     * @throws IllegalArgumentException when it is no URL of a store, in words for the author
     */
    public static Sharing through(String url) {
        return new Sharing(Optional.of(new SharedRuns(url)));
    }

    /** Get a run of each cell, from the store or by running it; nothing is recorded. */
    public List<CellRunner.Result> runAll(
            CellRunner runner, List<RunPlan.Item> items, Progress progress) {
        if (store.isEmpty()) {
            return runner.runAll(items);
        }
        Map<RunPlan.Item, CellRunner.Result> results = new LinkedHashMap<>();
        List<RunPlan.Item> rest = new ArrayList<>();
        for (RunPlan.Item item : items) {
            Optional<CellRun> shared = fetch(item);
            shared.ifPresent(run -> results.put(item, taken(item, run)));
            if (shared.isPresent()) {
                progress.say("take " + item.cell().id() + " from " + store.get());
            } else {
                rest.add(item);
            }
        }
        for (CellRunner.Result result : runner.runAll(rest)) {
            give(result);
            results.put(result.item(), result);
        }
        return items.stream().map(results::get).map(this::warned).toList();
    }

    private static CellRunner.Result taken(RunPlan.Item item, CellRun run) {
        return new CellRunner.Result(
                item, Optional.of(run), List.of(), Duration.ZERO, Optional.empty());
    }

    private boolean shareable(Cell cell) {
        return available && !cell.options().measured();
    }

    private Optional<CellRun> fetch(RunPlan.Item item) {
        if (!shareable(item.cell())) {
            return Optional.empty();
        }
        try {
            return store.orElseThrow()
                    .get(item.inputs())
                    .filter(run -> MetExpectations.unmet(item.cell(), run).findAny().isEmpty());
        } catch (IllegalArgumentException e) {
            warn(item, "the shared run of cell '" + id(item) + "' is ignored: " + e.getMessage());
        } catch (SharedRuns.Unavailable e) {
            giveUp(item, e);
        }
        return Optional.empty();
    }

    private void give(CellRunner.Result result) {
        boolean well = result.run().isPresent() && result.findings().isEmpty();
        if (!well || !shareable(result.item().cell())) {
            return;
        }
        try {
            store.orElseThrow().put(result.run().get());
        } catch (SharedRuns.Unavailable e) {
            giveUp(result.item(), e);
        }
    }

    private void giveUp(RunPlan.Item item, SharedRuns.Unavailable e) {
        available = false;
        warn(item, "runs are not shared through " + store.orElseThrow() + ": " + e.getMessage());
    }

    private void warn(RunPlan.Item item, String message) {
        warnings.put(item, Diagnostic.warning(Rule.SHARED_RUN, item.cell().location(), message));
    }

    private CellRunner.Result warned(CellRunner.Result result) {
        List<Diagnostic> findings =
                Stream.concat(
                                result.findings().stream(),
                                Stream.ofNullable(warnings.get(result.item())))
                        .toList();
        return new CellRunner.Result(
                result.item(), result.run(), findings, result.wall(), result.skipped());
    }

    private static String id(RunPlan.Item item) {
        return item.cell().id().value();
    }
}
