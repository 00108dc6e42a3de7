package lectern.figure;

/** A figure that cannot be drawn; the message says why and is meant for its author. */
public final class FigureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Report a specification. */
    public FigureException(String message) {
        super(message);
    }
}
