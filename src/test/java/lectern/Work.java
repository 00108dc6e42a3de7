package lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.function.Executable;

/**
 * Tells linear work from quadratic by the processor time of the thread that does it: time on the
 * clock would be that of the machine's other work too.
 */
public final class Work {
    /** For work that has no end, in minutes on the clock. */
    private static final long ENDLESS = 5;

    private Work() {}

    /**
     * Do something on a thread of its own.
     *
     * @param limit of processor time
     * @throws AssertionError when it fails, or takes more
     */
    public static void within(Duration limit, Executable work) {
        CompletableFuture<Duration> done = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.execute();
                                done.complete(used());
                            } catch (Throwable e) {
                                done.completeExceptionally(e);
                            }
                        },
                        "work");
        thread.setDaemon(true);
        thread.start();
        assertThat(done)
                .as("processor time")
                .succeedsWithin(ENDLESS, TimeUnit.MINUTES)
                .satisfies(used -> assertThat(used).isLessThan(limit));
    }

    private static Duration used() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
