package lectern.serve;

import java.util.List;
import lectern.build.Progress;

/** Hears, for a terminal, how the book that is served fares. */
public interface Listener extends Progress {

    /**
     * Take the mistakes that there are now; none when all are mended.
     *
     * @param printed each with its place, its line and what to do
     */
    void mistakes(List<String> printed);

    /** Take a fault of our own; the server goes on. */
    void fault(Throwable fault);

    /** Hear that the site has changed on disk, so that what else is made of the book is old. */
    void changed();
}
