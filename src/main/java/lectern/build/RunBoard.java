package lectern.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import lectern.runs.RunPlan;

/** Keeps count of the cells that run, wait and are done, and tells whoever watches. */
final class RunBoard implements AutoCloseable {
    private final Progress progress;
    private final List<String> waiting = new ArrayList<>();
    private final Map<String, Long> running = new LinkedHashMap<>();
    private int done;

    /** Begin with all cells waiting. */
    RunBoard(Progress progress, List<RunPlan.Item> items) {
        this.progress = progress;
        items.forEach(item -> waiting.add(name(item)));
    }

    /** Take the next cell and note that it runs now; cells are told in the order of the queue. */
    synchronized RunPlan.Item started(Queue<RunPlan.Item> queue) {
        RunPlan.Item item = queue.remove();
        waiting.remove(name(item));
        running.put(name(item), System.nanoTime());
        progress.started(name(item), item.state().name().toLowerCase(Locale.ROOT));
        show();
        return item;
    }

    /** Note that a cell is done, or will not be run. */
    synchronized void ended(CellRunner.Result result) {
        waiting.remove(name(result.item()));
        running.remove(name(result.item()));
        done++;
        show();
        progress.ended(
                name(result.item()),
                result.wall(),
                result.skipped().isPresent() ? "skipped" : result.failed() ? "failed" : "done");
    }

    private void show() {
        progress.show(new RunState(Map.copyOf(running), List.copyOf(waiting), done));
    }

    @Override
    public synchronized void close() {
        progress.show(RunState.OVER);
    }

    private static String name(RunPlan.Item item) {
        return item.cell().id().value();
    }
}
