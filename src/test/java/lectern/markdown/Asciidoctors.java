package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.Severity;

/** One engine for all tests of the import: starting it costs seconds, a note a millisecond. */
final class Asciidoctors {
    private static final Logger CONSOLE = Logger.getLogger("asciidoctor");
    private static final Asciidoctor ENGINE = start();
    private static final List<String> MESSAGES = new ArrayList<>();

    private Asciidoctors() {}

    private static Asciidoctor start() {
        CONSOLE.setLevel(Level.OFF);
        Asciidoctor engine = Asciidoctor.Factory.create();
        engine.registerLogHandler(
                record -> {
                    if (record.getSeverity() != Severity.DEBUG) {
                        MESSAGES.add(record.getSeverity() + " " + record.getMessage());
                    }
                });
        return engine;
    }

    /** HTML and complaints of a note. */
    record Page(String html, List<String> messages) {}

    static synchronized Page convert(String note) {
        MESSAGES.clear();
        String html =
                ENGINE.convert(
                        note,
                        Options.builder()
                                .backend("html5")
                                .standalone(false)
                                .safe(SafeMode.SAFE)
                                .attributes(
                                        Attributes.builder()
                                                .attribute("showtitle", "")
                                                .attribute("table-caption!", "")
                                                .build())
                                .build());
        return new Page(html, List.copyOf(MESSAGES));
    }
}
