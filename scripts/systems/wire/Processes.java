package wire;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of this program in processes of their own, each joined to this one by a wire.
 *
 * <p>A copy starts in the same {@code main} with the same class path, whoever started us; it calls {@link #parent()}.
 */
public final class Processes implements AutoCloseable {
    private static final String PORT = "wire.parent";

    private final List<Process> children = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    /** Start copies of the program with this main class and wait until each has called. */
    public Processes(Class<?> main, int count) {
        try (var listener = SocketWire.listen()) {
            for (int i = 0; i < count; i++) {
                children.add(start(main, listener.getLocalPort()));
            }
            for (int i = 0; i < count; i++) {
                wires.add(SocketWire.accept(listener));
            }
        } catch (IOException | UncheckedIOException e) {
            close();
            throw new IllegalStateException("not all processes came up", e);
        }
    }

    private static Process start(Class<?> main, int port) throws IOException {
        var java = String.join(File.separator, System.getProperty("java.home"), "bin", "java");
        var command = List.of(java, "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-D" + PORT + "=" + port,
                "-cp", System.getProperty("java.class.path"), main.getName());
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The wires to the copies, in the order in which they called. */
    public List<Wire> wires() {
        return wires;
    }

    /** Whether this process is such a copy. */
    public static boolean child() {
        return Integer.getInteger(PORT) != null;
    }

    /** The wire from a copy to the process that started it. */
    public static Wire parent() {
        return SocketWire.connect(Integer.getInteger(PORT));
    }

    /** End the copies, whatever they do. */
    @Override
    public void close() {
        wires.forEach(Wire::close);
        children.forEach(Process::destroy);
    }
}
