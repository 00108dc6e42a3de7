package lectern.serve;

import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lectern.build.TrialRun;
import lectern.runs.RunPlan;

/**
 * The runs that pages asked for: two at a time, a measurement alone, each cell once. The last of a
 * cell is kept for a while, so that it can be accepted.
 */
final class Trials implements AutoCloseable {
    /** Most that run at once. */
    static final int AT_A_TIME = 2;

    private static final int KEPT = 16;
    private static final Duration END = Duration.ofSeconds(5);

    private final Function<Trial, TrialRun.Ended> runner;
    private final Function<TrialRun.Ended, Optional<String>> acceptor;
    private final Map<String, Trial> latest = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private int begun;
    private boolean closed;

    /**
     * Prepare to run.
     *
     * @param runner runs to the end, on a thread of its own; tells itself of what it throws
     * @param acceptor records what came of a run, or says why it cannot
     */
    Trials(
            Function<Trial, TrialRun.Ended> runner,
            Function<TrialRun.Ended, Optional<String>> acceptor) {
        this.runner = runner;
        this.acceptor = acceptor;
    }

    /** Begin a run. */
    synchronized Trial begin(RunPlan.Item item, List<String> args) {
        List<Trial> running = running();
        String cell = item.cell().id().value();
        if (closed) {
            throw new Refused(StatusCodes.SERVICE_UNAVAILABLE, "the server ends");
        }
        if (running.stream().anyMatch(trial -> trial.cell().equals(cell))) {
            throw new Refused(StatusCodes.CONFLICT, "example '" + cell + "' runs already");
        }
        boolean alone =
                item.cell().options().measured()
                        || running.stream().anyMatch(t -> t.item().cell().options().measured());
        if (alone && !running.isEmpty()) {
            throw new Refused(
                    StatusCodes.TOO_MANY_REQUESTS,
                    "a measurement runs alone: wait for the run of '"
                            + running.get(0).cell()
                            + "', or stop it");
        }
        if (running.size() >= AT_A_TIME) {
            throw new Refused(
                    StatusCodes.TOO_MANY_REQUESTS,
                    AT_A_TIME + " examples run already: wait for one, or stop it");
        }
        begun++;
        Trial trial = new Trial(Integer.toString(begun), item, args);
        latest.remove(cell);
        latest.put(cell, trial);
        forget();
        Thread thread = new Thread(() -> run(trial), "run-" + begun);
        thread.setDaemon(true);
        threads.removeIf(old -> !old.isAlive());
        threads.add(thread);
        thread.start();
        return trial;
    }

    private List<Trial> running() {
        return latest.values().stream().filter(trial -> trial.ended().isEmpty()).toList();
    }

    private void forget() {
        List<Trial> over =
                latest.values().stream().filter(trial -> trial.ended().isPresent()).toList();
        over.stream()
                .limit(Math.max(0, over.size() - KEPT))
                .forEach(trial -> latest.remove(trial.cell()));
    }

    private void run(Trial trial) {
        TrialRun.Ended ended =
                new TrialRun.Ended(
                        trial.item(),
                        TrialRun.Outcome.FAILED,
                        -1,
                        Duration.ZERO,
                        List.of("the run could not be made; the terminal says why"),
                        Optional.empty());
        try {
            ended = runner.apply(trial);
        } catch (RuntimeException reported) {
            // by the runner, where the author sees it
        }
        trial.end(ended);
        trial.told().add(told(ended));
    }

    private static Map<String, Object> told(TrialRun.Ended ended) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("end", ended.outcome().name().toLowerCase(Locale.ROOT));
        told.put("exit", ended.exitCode());
        told.put("millis", ended.wall().toMillis());
        told.put("said", ended.said());
        told.put("acceptable", ended.run().isPresent());
        return told;
    }

    /** Stop a run, if it is not over. */
    void stop(String id) {
        find(id).stop();
    }

    /** Record a run as the book's. */
    void accept(String id) {
        TrialRun.Ended ended =
                find(id).ended()
                        .orElseThrow(
                                () -> new Refused(StatusCodes.CONFLICT, "this run is not over"));
        Optional<String> refused = acceptor.apply(ended);
        if (refused.isPresent()) {
            throw new Refused(StatusCodes.CONFLICT, refused.get());
        }
    }

    private synchronized Trial find(String id) {
        return latest.values().stream()
                .filter(trial -> trial.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refused(
                                        StatusCodes.NOT_FOUND,
                                        "there is no such run any more: run the example again"));
    }

    /** Stop all runs and wait until their processes are gone. */
    @Override
    public void close() {
        List<Thread> last;
        synchronized (this) {
            closed = true;
            running().forEach(Trial::stop);
            last = List.copyOf(threads);
        }
        try {
            for (Thread thread : last) {
                thread.join(END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
