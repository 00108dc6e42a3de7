package lectern.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import lectern.serve.Listener;

/** Prints how a book that is served fares. */
final class ServeLog implements Listener {
    private final Console console;
    private final PdfInBackground print;
    private boolean broken;

    ServeLog(Console console, PdfInBackground print) {
        this.console = console;
        this.print = print;
    }

    @Override
    public synchronized void say(String line) {
        console.say(line);
    }

    @Override
    public synchronized void ended(String cell, Duration wall, String how) {
        say(String.format(Locale.ROOT, "%s %s after %.1f s", cell, how, wall.toMillis() / 1000.0));
    }

    @Override
    public synchronized void mistakes(List<String> printed) {
        printed.forEach(this::say);
        if (printed.isEmpty() && broken) {
            say("all mistakes are mended");
        }
        broken = !printed.isEmpty();
    }

    @Override
    public synchronized void fault(Throwable fault) {
        say("lectern: this should not have happened: " + fault);
        if (fault.getStackTrace().length > 0) {
            say("  at " + fault.getStackTrace()[0]);
        }
    }

    @Override
    public void changed() {
        print.wanted();
    }
}
