package launchpad;

/** A program that runs; closing it stops every node. */
public interface Running extends AutoCloseable {
    /** A client of a node, for the one who launched the program. */
    <T> T client(Handle<T> handle);

    /** Wait until the main of a node has ended, and throw what it threw. */
    void join(Handle<?> handle);

    @Override
    void close();
}
