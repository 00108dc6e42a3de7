package lectern.serve;

/** A request that cannot be met, with the reason that its page is told. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    /** Refuse with a status of HTTP. */
    Refused(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
