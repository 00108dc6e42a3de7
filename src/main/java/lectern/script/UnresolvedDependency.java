package lectern.script;

/** Says that a dependency of a script cannot be had, and what to do. */
public final class UnresolvedDependency extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** Say what is wrong, one line, and what to do about it. */
    public UnresolvedDependency(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
