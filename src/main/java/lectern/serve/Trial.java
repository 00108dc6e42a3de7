package lectern.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lectern.build.TrialRun;
import lectern.kernel.Onlooker;
import lectern.runs.RunPlan;

/** One run that a page asked for: what it prints waits here until the page has taken it. */
final class Trial implements Onlooker {
    private final String id;
    private final RunPlan.Item item;
    private final List<String> args;
    // bounded by what a program may print
    private final BlockingQueue<Map<String, Object>> told = new LinkedBlockingQueue<>();
    private volatile boolean stopped;
    private volatile Optional<TrialRun.Ended> ended = Optional.empty();

    Trial(String id, RunPlan.Item item, List<String> args) {
        this.id = id;
        this.item = item;
        this.args = List.copyOf(args);
    }

    String id() {
        return id;
    }

    RunPlan.Item item() {
        return item;
    }

    String cell() {
        return item.cell().id().value();
    }

    List<String> args() {
        return args;
    }

    /** What the page is told, in order; the last has the key {@code end}. */
    BlockingQueue<Map<String, Object>> told() {
        return told;
    }

    /** What came of it; empty while it runs. */
    Optional<TrialRun.Ended> ended() {
        return ended;
    }

    /** Let the run end soon, whatever it does. */
    void stop() {
        stopped = true;
    }

    /** Note how it ended. */
    void end(TrialRun.Ended how) {
        ended = Optional.of(how);
    }

    @Override
    public void printed(String text) {
        told.add(Map.of("out", text));
    }

    @Override
    public void complained(String text) {
        told.add(Map.of("err", text));
    }

    @Override
    public boolean enough() {
        return stopped;
    }
}
