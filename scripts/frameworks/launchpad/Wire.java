package launchpad;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** Messages on a stream: four bytes that tell the length, then the object, serialised. */
final class Wire {
    /** A call: method and arguments. */
    record Call(String method, Class<?>[] types, Object[] arguments) implements Serializable {}

    /** What came of a call: a value, or what was thrown. */
    record Reply(Object value, Throwable thrown) implements Serializable {}

    private Wire() {}

    // tag::frame[]
    static void write(DataOutputStream out, Object message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(message); // <1>
        }
        out.writeInt(bytes.size());
        bytes.writeTo(out);
        out.flush();
    }

    static Object read(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        try (var objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("a message names a class that is not here", e);
        }
    }
    // end::frame[]
}
