package lectern.bibliography;

/** A citation style that does not exist. */
public final class StyleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StyleException(String message, Throwable cause) {
        super(message, cause);
    }
}
