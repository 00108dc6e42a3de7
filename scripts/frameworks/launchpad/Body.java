package launchpad;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A node where it runs: builds the object, tells who waits for it, and calls its main, if it has one. */
final class Body implements Runnable {
    /** The object, once its constructor has returned. */
    final CompletableFuture<Object> object = new CompletableFuture<>();
    /** Done when {@code run} has returned; at once for objects without one. */
    final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CourierNode<?> node;
    private final Function<Handle<?>, Object> dereference;

    Body(CourierNode<?> node, Function<Handle<?>, Object> dereference) {
        this.node = node;
        this.dereference = dereference;
    }

    // tag::run[]
    @Override
    public void run() {
        try {
            var built = node.build(dereference);
            object.complete(built);
            if (built instanceof Runnable main) {
                main.run();
            }
            end.complete(null);
        } catch (RuntimeException | Error e) {
            object.completeExceptionally(e);
            end.completeExceptionally(e);
        }
    }
    // end::run[]

    /** Tell an object that can be closed that it is over. */
    void close() {
        if (object.isDone() && !object.isCompletedExceptionally() && object.join() instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing a node", e);
            }
        }
    }
}
