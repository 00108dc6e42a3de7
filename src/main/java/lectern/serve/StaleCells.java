package lectern.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;

/**
 * Runs stale cells on a thread of its own, one after the other, each once for what it depends on. A
 * run that a newer save has made useless is stopped.
 */
final class StaleCells implements AutoCloseable {
    /** What became of a cell that was stale. */
    enum State {
        STALE,
        RUNNING,
        FAILED
    }

    private final Function<RunPlan.Item, List<Diagnostic>> runner;
    private final Runnable changed;
    private final Thread thread = new Thread(this::work, "stale-cells");
    private final List<RunPlan.Item> wanted = new ArrayList<>();
    private final Map<String, Ended> ended = new LinkedHashMap<>();
    private Optional<RunPlan.Item> running = Optional.empty();
    private boolean closed;

    private record Ended(RunPlan.Item item, List<Diagnostic> findings) {
        boolean failed() {
            return Diagnostic.anyError(findings);
        }
    }

    /**
     * Prepare to run.
     *
     * @param runner runs a cell, records it if it went well, and says what went wrong; is
     *     interrupted when the run is of no use any more
     * @param changed hears that a cell began, was recorded or failed
     */
    StaleCells(Function<RunPlan.Item, List<Diagnostic>> runner, Runnable changed) {
        this.runner = runner;
        this.changed = changed;
        thread.setDaemon(true);
        thread.start();
    }

    /** The cells that are stale now; what runs for another reason is stopped. */
    synchronized void want(List<RunPlan.Item> stale) {
        ended.values().removeIf(end -> stale.stream().noneMatch(i -> same(i, end.item)));
        wanted.clear();
        stale.stream()
                .filter(item -> ended.values().stream().noneMatch(end -> same(item, end.item)))
                .forEach(wanted::add);
        if (running.isPresent() && wanted.stream().noneMatch(i -> same(i, running.get()))) {
            thread.interrupt();
        }
        notifyAll();
    }

    /** Whether a run of one is a run of the other. */
    private static boolean same(RunPlan.Item a, RunPlan.Item b) {
        return name(a).equals(name(b)) && a.inputs().equals(b.inputs());
    }

    private static String name(RunPlan.Item item) {
        return item.cell().id().value();
    }

    private void work() {
        for (Optional<RunPlan.Item> next = next(); next.isPresent(); next = next()) {
            RunPlan.Item item = next.get();
            changed.run();
            try {
                end(item, runner.apply(item));
            } catch (RuntimeException stopped) {
                end(item, List.of());
            }
            changed.run();
        }
    }

    private synchronized Optional<RunPlan.Item> next() {
        while (!closed && wanted.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException late) {
                // meant for a run that was over by then
            }
        }
        running = closed ? Optional.empty() : Optional.of(wanted.get(0));
        return running;
    }

    private synchronized void end(RunPlan.Item item, List<Diagnostic> findings) {
        Thread.interrupted();
        if (wanted.stream().anyMatch(i -> same(i, item))) {
            ended.put(name(item), new Ended(item, findings));
        }
        wanted.removeIf(i -> same(i, item));
        running = Optional.empty();
    }

    /** How the stale cells stand, by name. */
    synchronized Map<String, State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        wanted.forEach(item -> states.put(name(item), State.STALE));
        running.ifPresent(item -> states.put(name(item), State.RUNNING));
        ended.values().stream()
                .filter(Ended::failed)
                .forEach(end -> states.put(name(end.item), State.FAILED));
        return states;
    }

    /** Why cells failed or were not run. */
    synchronized List<Diagnostic> findings() {
        return ended.values().stream()
                .flatMap(end -> end.findings().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Stop; what runs is killed. */
    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
        notifyAll();
    }
}
