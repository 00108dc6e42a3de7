package launchpad;

import java.io.Serializable;

/**
 * Stands for a node that does not run yet. Given to another node's constructor it becomes an edge of the program, and
 * at launch a client.
 *
 * @param <T> what the node can be asked
 * @param index of the node in its program
 * @param label of the node, such as {@code producer/0}
 * @param service the interface behind {@code T}
 */
public record Handle<T>(int index, String label, Class<T> service) implements Serializable {
    /** Always refuses: the node has no address before its program is launched. */
    public T dereference() {
        throw new IllegalStateException("handle of " + label + " has no address before its program is launched");
    }
}
