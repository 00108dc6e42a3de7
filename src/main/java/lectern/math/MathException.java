package lectern.math;

/** A formula that cannot be set; the message says why and is meant for its author. */
public final class MathException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Report a formula. */
    public MathException(String message) {
        super(message);
    }
}
