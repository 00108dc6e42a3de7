package launchpad;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Main of a process that runs one node. Standard input and output are its line to the launcher: it says its port, gets
 * the node and all ports, says how the node's main ended, and ends when its input does.
 */
final class NodeProcess {
    /** What the launcher sends: the node, and the ports of all nodes of the program in order. */
    record Order(CourierNode<?> node, int[] ports) implements java.io.Serializable {}

    private NodeProcess() {}

    // tag::main[]
    public static void main(String... argv) throws IOException {
        var out = new DataOutputStream(System.out);
        var in = new DataInputStream(System.in);
        System.setOut(System.err); // what a node prints must not disturb the line
        long secret = in.readLong();
        var service = (Class<?>) Wire.read(in);
        var object = new java.util.concurrent.CompletableFuture<Object>();
        var server = new CourierServer(service, object, secret);
        out.writeInt(server.port()); // <1>
        out.flush();
        var order = (Order) Wire.read(in); // <2>
        var body = new Body(order.node(), handle -> Clients.proxy(handle,
                new CourierClient(handle, order.ports()[handle.index()], secret)));
        body.object.whenComplete((built, thrown) -> {
            if (thrown == null) {
                object.complete(built);
            } else {
                object.completeExceptionally(thrown);
            }
        });
        server.start();
        new Thread(body, "node").start();
        body.end.whenComplete((nothing, thrown) -> tell(out, thrown));
        end(in, body);
    }
    // end::main[]

    private static void tell(DataOutputStream out, Throwable thrown) {
        try {
            Wire.write(out, new Wire.Reply(null, thrown));
        } catch (IOException launcherIsGone) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static void end(DataInputStream in, Body body) throws IOException {
        while (in.read() >= 0) {
            continue; // the launcher says nothing more; it closes the line
        }
        body.close();
        Runtime.getRuntime().halt(0);
    }
}
