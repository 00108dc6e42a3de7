/**
 * Pictures of a program on its way, for whoever watches it.
 *
 * <pre>{@code
 * for (int step = 1; step <= steps; step++) {
 *     model.step();
 *     if (step % (steps / 100) == 0) {
 *         Live.frame(() -> facts.figure("loss", loss(model)));
 *     }
 * }
 * }</pre>
 *
 * <p>Nobody watches unless the system property {@code lectern.live} holds a time in ms, as it does in a page. A watched
 * program leaves its figures again at each frame, under the names that they have in the end, and rests for that time;
 * a page draws meanwhile, and lets the program go on when it likes. What a program computes and prints must not depend
 * on being watched.
 */
final class Live {
    private Live() {}

    /** Leave figures as they are by now, and rest; does nothing where nobody watches. */
    static void frame(Runnable figures) {
        var rest = System.getProperty("lectern.live");
        if (rest == null) {
            return;
        }
        figures.run();
        try {
            Thread.sleep(Long.parseLong(rest));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
