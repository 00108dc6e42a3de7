package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sets the PDF anew in a process of its own, which gives way to others, when the book has been
 * quiet for a while; a newer change ends that process.
 */
final class PdfInBackground implements AutoCloseable {
    private static final long QUIET_SECONDS = 3;

    private final boolean asked;
    private final List<String> book;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "pdf");
                        thread.setDaemon(true);
                        return thread;
                    });
    private Optional<ScheduledFuture<?>> next = Optional.empty();
    private Optional<Process> running = Optional.empty();

    /**
     * Prepare.
     *
     * @param asked whether there is to be a PDF at all
     * @param book the options that name the book
     */
    PdfInBackground(boolean asked, List<String> book) {
        this.asked = asked;
        this.book = book;
    }

    /** Hear that the PDF is old. */
    synchronized void wanted() {
        stop();
        if (asked) {
            next = Optional.of(clock.schedule(this::begin, QUIET_SECONDS, TimeUnit.SECONDS));
        }
    }

    private synchronized void begin() {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(book);
        arguments.addAll(List.of("--format", "pdf"));
        running = Optional.of(LeanJvm.startBehind(arguments));
    }

    private void stop() {
        next.ifPresent(task -> task.cancel(false));
        running.ifPresent(Process::destroy);
    }

    @Override
    public synchronized void close() {
        stop();
        clock.shutdownNow();
    }
}
