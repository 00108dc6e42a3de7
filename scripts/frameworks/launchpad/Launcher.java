package launchpad;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Launches programs. */
public final class Launcher {
    private Launcher() {}

    /** Launch a program; the nodes are the same, wherever they run. */
    public static Running launch(Program program, LaunchType type) {
        return switch (type) {
            case THREADS -> threads(program);
            case SOCKETS -> sockets(program);
            case PROCESSES -> new Processes(program, new SecureRandom().nextLong());
        };
    }

    // tag::threads[]
    private static Running threads(Program program) {
        var bodies = new ArrayList<Body>();
        Function<Handle<?>, Object> dereference =
                handle -> Clients.direct(handle, bodies.get(handle.index()).object);
        program.nodes().forEach(node -> bodies.add(new Body(node, dereference)));
        return new Local(bodies, List.of(), dereference);
    }
    // end::threads[]

    // tag::sockets[]
    private static Running sockets(Program program) {
        long secret = new SecureRandom().nextLong();
        var bodies = new ArrayList<Body>();
        var servers = new ArrayList<CourierServer>();
        Function<Handle<?>, Object> dereference = handle -> Clients.proxy(handle,
                new CourierClient(handle, servers.get(handle.index()).port(), secret));
        for (var node : program.nodes()) {
            var body = new Body(node, dereference);
            bodies.add(body);
            servers.add(new CourierServer(node.service(), body.object, secret)); // <1>
        }
        servers.forEach(CourierServer::start);
        return new Local(bodies, servers, dereference);
    }
    // end::sockets[]

    /** Wait for the end of a main. */
    static void await(Handle<?> handle, CompletableFuture<Void> end) {
        try {
            end.join();
        } catch (CancellationException e) {
            throw new IllegalStateException("node " + handle.label() + " was stopped: " + e.getMessage(), e);
        } catch (CompletionException e) {
            throw new IllegalStateException("node " + handle.label() + " failed: " + e.getCause(), e.getCause());
        }
    }

    /** Nodes on threads of this process. */
    private static final class Local implements Running {
        private final List<Body> bodies;
        private final List<CourierServer> servers;
        private final Function<Handle<?>, Object> dereference;
        private final List<Thread> threads = new ArrayList<>();

        Local(List<Body> bodies, List<CourierServer> servers, Function<Handle<?>, Object> dereference) {
            this.bodies = bodies;
            this.servers = servers;
            this.dereference = dereference;
            for (var body : bodies) {
                var thread = new Thread(body, "node");
                thread.setDaemon(true);
                threads.add(thread);
            }
            threads.forEach(Thread::start);
        }

        @Override
        public <T> T client(Handle<T> handle) {
            return handle.service().cast(dereference.apply(handle));
        }

        @Override
        public void join(Handle<?> handle) {
            await(handle, bodies.get(handle.index()).end);
        }

        @Override
        public void close() {
            bodies.forEach(Body::close);
            servers.forEach(CourierServer::close);
            threads.forEach(Thread::interrupt);
            for (var body : bodies) {
                try {
                    body.end.get(10, TimeUnit.SECONDS);
                } catch (ExecutionException | CancellationException stopped) {
                    continue; // a main that was stopped in the middle of a call
                } catch (TimeoutException | InterruptedException e) {
                    throw new IllegalStateException("a node does not end", e);
                }
            }
        }
    }
}
