package launchpad;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Nodes in processes of their own, started from the class path of this one. */
final class Processes implements Running {
    private final List<Child> children = new ArrayList<>();
    private final long secret;

    /** A process, the line to it, and where it listens. */
    private static final class Child {
        final Process process;
        final DataOutputStream out;
        final DataInputStream in;
        final CompletableFuture<Void> end = new CompletableFuture<>();
        int port;

        Child(Process process) {
            this.process = process;
            this.out = new DataOutputStream(process.getOutputStream());
            this.in = new DataInputStream(process.getInputStream());
        }
    }

    // tag::launch[]
    Processes(Program program, long secret) {
        this.secret = secret;
        try {
            for (var node : program.nodes()) {
                var child = new Child(start());
                children.add(child);
                child.out.writeLong(secret);
                Wire.write(child.out, node.service());
            }
            for (var child : children) {
                child.port = child.in.readInt(); // <1>
            }
            int[] ports = children.stream().mapToInt(child -> child.port).toArray();
            for (int i = 0; i < children.size(); i++) {
                Wire.write(children.get(i).out,
                        new NodeProcess.Order(program.nodes().get(i), ports));
                listen(children.get(i));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("launching " + program.name(), e);
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m",
                "-Dfile.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path"), // <2>
                NodeProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
    // end::launch[]

    private static void listen(Child child) {
        var thread = new Thread(() -> {
            try {
                var reply = (Wire.Reply) Wire.read(child.in);
                if (reply.thrown() == null) {
                    child.end.complete(null);
                } else {
                    child.end.completeExceptionally(reply.thrown());
                }
            } catch (IOException e) {
                child.end.completeExceptionally(new IllegalStateException("its process ended", e));
            }
        }, "listener");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public <T> T client(Handle<T> handle) {
        return Clients.proxy(handle, new CourierClient(handle, children.get(handle.index()).port, secret));
    }

    @Override
    public void join(Handle<?> handle) {
        Launcher.await(handle, children.get(handle.index()).end);
    }

    @Override
    public void close() {
        for (var child : children) {
            try {
                child.out.close();
            } catch (IOException alreadyGone) {
                continue;
            }
        }
        for (var child : children) {
            try {
                if (!child.process.waitFor(10, TimeUnit.SECONDS)) {
                    child.process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                child.process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
