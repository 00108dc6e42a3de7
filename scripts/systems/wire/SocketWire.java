package wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An end whose other end may be another process: a socket of the loopback interface, four bytes of length first. */
public final class SocketWire implements Wire {
    /** How long to wait for a message or a connection before the other side counts as dead, in s. */
    public static final int PATIENCE = 60;

    private static final byte[] END = new byte[0];

    private final Socket socket;
    private final DataOutputStream out;
    private final LinkedBlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();

    private SocketWire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        var reader = new Thread(this::read, "reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** Connect to a port of this machine. */
    public static SocketWire connect(int port) {
        try {
            return new SocketWire(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("connecting to port " + port, e);
        }
    }

    /** Open a port of this machine that the system chooses. */
    public static ServerSocket listen() {
        try {
            var listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
            listener.setSoTimeout(1000 * PATIENCE);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("opening a port", e);
        }
    }

    /** Wait for somebody to connect. */
    public static SocketWire accept(ServerSocket listener) {
        try {
            return new SocketWire(listener.accept());
        } catch (IOException e) {
            throw new UncheckedIOException("nobody connected", e);
        }
    }

    /** Drain the socket, so that the sender never waits for us to take. */
    private void read() {
        try {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (true) {
                var message = new byte[in.readInt()];
                in.readFully(message);
                arrived.add(message);
            }
        } catch (IOException e) {
            arrived.add(END);
        }
    }

    @Override
    public void put(byte[] message) {
        try {
            out.writeInt(message.length);
            out.write(message);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the other end is gone", e);
        }
    }

    @Override
    public byte[] take() {
        try {
            var message = arrived.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null || message == END) {
                throw new IllegalStateException("the other end " + (message == END ? "is gone" : "is silent"));
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for a message", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing", e);
        }
    }
}
