package launchpad;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The caller's end: sends a call through a connection that nobody else is using, and waits for the reply. */
final class CourierClient implements Clients.Call {
    private final Handle<?> handle;
    private final int port;
    private final long secret;
    private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();

    private record Line(Socket socket, DataInputStream in, DataOutputStream out) {}

    CourierClient(Handle<?> handle, int port, long secret) {
        this.handle = handle;
        this.port = port;
        this.secret = secret;
    }

    // tag::call[]
    @Override
    public Object make(Method method, Object[] arguments) throws Throwable {
        Wire.Reply reply;
        try {
            var line = idle.pollFirst();
            line = line == null ? connect() : line; // <1>
            Wire.write(line.out(), new Wire.Call(
                    method.getName(), method.getParameterTypes(), arguments));
            reply = (Wire.Reply) Wire.read(line.in());
            idle.addFirst(line);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "calling " + handle.label() + "." + method.getName(), e);
        }
        if (reply.thrown() != null) {
            throw reply.thrown(); // <2>
        }
        return reply.value();
    }
    // end::call[]

    private Line connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        out.writeLong(secret);
        return new Line(socket, new DataInputStream(new BufferedInputStream(socket.getInputStream())), out);
    }
}
