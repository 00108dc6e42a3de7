package lectern.build;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the exception that a program died of, in a form that every run repeats. */
final class Uncaught {
    private static final Pattern FIRST =
            Pattern.compile("^Exception in thread \"[^\"\n]*\" (.*)$", Pattern.MULTILINE);

    private Uncaught() {}

    /**
     * Class and message of the exception, one line; not the thread, whose name may differ, and not
     * the frames, whose lines move with every edit.
     */
    static Optional<String> in(String stderr) {
        Matcher matcher = FIRST.matcher(stderr);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
