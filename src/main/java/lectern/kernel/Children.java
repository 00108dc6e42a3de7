package lectern.kernel;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The processes that are running for us; when this one is told to end, they end before it. */
final class Children {
    private static final Children OURS = new Children();

    private final Set<Process> running = new LinkedHashSet<>();
    private boolean hooked;
    private boolean closed;

    private Children() {}

    /** Start a process that does not outlive this one. */
    static Process start(ProcessBuilder builder) throws IOException {
        return OURS.add(builder);
    }

    /** Kill a process and all below it. */
    static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        OURS.remove(process);
    }

    private synchronized Process add(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IllegalStateException("nothing is started while Lectern ends");
        }
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-of-runs"));
            hooked = true;
        }
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private synchronized void remove(Process process) {
        running.remove(process);
    }

    private synchronized void end() {
        closed = true;
        for (Process process : running) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
