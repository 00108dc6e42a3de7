package lectern.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import lectern.build.Progress;
import lectern.build.RunState;

/** Shows how the runs stand on one line of a terminal that is drawn again and again. */
final class LiveProgress implements Progress, AutoCloseable {
    private static final Duration FRAME = Duration.ofMillis(100);
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final int width;
    private final Thread painter;
    private RunState state = RunState.OVER;
    private boolean closed;

    /** Draw lines of at most so many characters. */
    LiveProgress(PrintWriter out, int width) {
        this.out = out;
        this.width = width;
        this.painter = new Thread(this::paint, "progress");
        painter.setDaemon(true);
        painter.start();
    }

    @Override
    public synchronized void say(String line) {
        out.print(CLEAR + line + "\n");
        draw();
    }

    @Override
    public void started(String cell, String why) {
        // the line that is drawn tells it
    }

    @Override
    public void ended(String cell, Duration wall, String how) {
        say(String.format(Locale.ROOT, "%s %s after %.1f s", cell, how, wall.toMillis() / 1e3));
    }

    @Override
    public synchronized void show(RunState now) {
        state = now;
        if (now.over()) {
            out.print(CLEAR);
            out.flush();
        } else {
            draw();
        }
    }

    private void draw() {
        if (!state.over()) {
            String line = state.line(System.nanoTime());
            boolean fits = line.length() < width;
            out.print(CLEAR + (fits ? line : line.substring(0, width - 2) + "\u2026"));
        }
        out.flush();
    }

    private void paint() {
        try {
            synchronized (this) {
                while (!closed) {
                    wait(FRAME.toMillis());
                    draw();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        show(RunState.OVER);
        closed = true;
        notifyAll();
    }
}
