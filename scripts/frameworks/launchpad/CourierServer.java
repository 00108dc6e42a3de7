package launchpad;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets others call an object through sockets of the loopback interface. Each connection has a thread and carries one
 * call at a time; who wants to make several calls at once opens several connections.
 */
final class CourierServer implements AutoCloseable {
    private final ServerSocket door;
    private final long secret;
    private final CompletableFuture<Object> object;
    private final Class<?> service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Bind an address; the object may come later. Callers must know the secret, for messages are trusted. */
    CourierServer(Class<?> service, CompletableFuture<Object> object, long secret) {
        this.service = service;
        this.object = object;
        this.secret = secret;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("binding an address", e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Accept callers until closed. */
    void start() {
        daemon(() -> {
            while (true) {
                var socket = door.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        });
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                return; // by this side or the other: there is nobody left to tell
            }
        }, "courier");
        thread.setDaemon(true);
        thread.start();
    }

    // tag::serve[]
    private void serve(Socket socket) throws IOException {
        try (socket) {
            socket.setTcpNoDelay(true); // <1>
            var in = new DataInputStream(
                    new BufferedInputStream(socket.getInputStream()));
            var out = new DataOutputStream(
                    new BufferedOutputStream(socket.getOutputStream()));
            boolean known = in.readLong() == secret;
            while (known) {
                var call = (Wire.Call) Wire.read(in);
                reply(out, answer(call));
            }
        } finally {
            open.remove(socket);
        }
    }

    private Wire.Reply answer(Wire.Call call) {
        try {
            var method = service.getMethod(call.method(), call.types());
            var target = Clients.wait(object);
            return new Wire.Reply(Clients.invoke(target, method, call.arguments()), null);
        } catch (Throwable thrown) {
            return new Wire.Reply(null, thrown); // <2>
        }
    }
    // end::serve[]

    private static void reply(DataOutputStream out, Wire.Reply reply) throws IOException {
        try {
            Wire.write(out, reply);
        } catch (NotSerializableException e) {
            Wire.write(out, new Wire.Reply(null, new IllegalStateException("reply cannot travel: " + e.getMessage())));
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing a server", e);
        }
    }
}
