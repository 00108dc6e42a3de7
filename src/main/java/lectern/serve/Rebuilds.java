package lectern.serve;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Brings the book up to date on one thread: at once when something was saved, and wholly when it is
 * quiet. Saves that come together are one; a save during a step is followed by another step.
 */
final class Rebuilds implements AutoCloseable {
    private static final long TOGETHER_MILLIS = 10;
    private static final long LONGEST_MILLIS = 100;
    private static final long QUIET_MILLIS = 150;
    private static final long STACK_BYTES = 16L << 20;

    private final BooleanSupplier quick;
    private final Runnable whole;
    private final Consumer<Throwable> faults;
    private final Thread thread = new Thread(null, this::work, "rebuilds", STACK_BYTES);
    private long saves;
    private long done;
    private long heardMillis;
    private boolean closed;

    /**
     * Prepare to work.
     *
     * @param quick shows what is quickly shown, and tells whether {@code whole} must follow
     * @param whole makes the rest right
     * @param faults hears of a step that threw; the work goes on
     */
    Rebuilds(BooleanSupplier quick, Runnable whole, Consumer<Throwable> faults) {
        this.quick = quick;
        this.whole = whole;
        this.faults = faults;
        thread.setDaemon(true);
    }

    /** Begin. */
    void start() {
        thread.start();
    }

    /** Hear that something was saved. */
    synchronized void saved() {
        if (saves == done) {
            heardMillis = System.currentTimeMillis();
        }
        saves++;
        notifyAll();
    }

    /** When the first of the saves was heard of that the last step showed, since the epoch. */
    synchronized long heardMillis() {
        return heardMillis;
    }

    private void work() {
        boolean owed = false;
        try {
            while (await(owed)) {
                if (settle()) {
                    owed = attempt(quick, true);
                } else {
                    owed = attempt(() -> run(whole), false);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean run(Runnable step) {
        step.run();
        return false;
    }

    private boolean attempt(BooleanSupplier step, boolean after) {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException | StackOverflowError e) {
            faults.accept(e);
            return after;
        }
    }

    /** Wait for something to do; false when it is over. */
    private synchronized boolean await(boolean owed) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
        while (!closed && saves == done) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (owed && left <= 0) {
                return true;
            }
            wait(owed ? left : 0);
        }
        return !closed;
    }

    /** Let saves that belong together come; false when there was none. */
    private synchronized boolean settle() throws InterruptedException {
        if (saves == done) {
            return false;
        }
        long longest = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
        long seen;
        do {
            seen = saves;
            wait(TOGETHER_MILLIS);
        } while (seen != saves && System.nanoTime() < longest);
        done = saves;
        return true;
    }

    /** Stop when the step that runs is over. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Wait for the end of the step that runs. */
    void join() throws InterruptedException {
        thread.join();
    }
}
