package lectern.note;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows {@code ifdef}, {@code ifndef}, {@code ifeval} and {@code endif} through one note. */
final class Conditionals {
    private static final Pattern DIRECTIVE =
            Pattern.compile("(ifdef|ifndef|ifeval|endif)::(\\S*?)\\[(.*)\\]");

    private final DocumentAttributes attributes;
    private final Deque<Boolean> open = new ArrayDeque<>();

    Conditionals(DocumentAttributes attributes) {
        this.attributes = attributes;
    }

    /** Whether a line is a directive, or skipped by one, and so no text of the note. */
    boolean consumes(String line) {
        Matcher matcher = DIRECTIVE.matcher(line);
        if (!matcher.matches()) {
            return open.contains(false);
        }
        if (matcher.group(1).equals("endif")) {
            open.poll();
        } else if (matcher.group(3).isEmpty() || matcher.group(1).equals("ifeval")) {
            open.push(holds(matcher));
        }
        return true;
    }

    /** The text of a one-line directive that holds: {@code ifdef::name[text]}. */
    Optional<String> content(String line) {
        Matcher matcher = DIRECTIVE.matcher(line);
        boolean shown =
                matcher.matches()
                        && matcher.group(1).matches("ifn?def")
                        && !matcher.group(3).isEmpty()
                        && !open.contains(false)
                        && holds(matcher);
        return shown ? Optional.of(matcher.group(3)) : Optional.empty();
    }

    private boolean holds(Matcher directive) {
        return switch (directive.group(1)) {
            case "ifdef" -> attributes.defined(directive.group(2));
            case "ifndef" -> !attributes.defined(directive.group(2));
            // what an ifeval compares is Asciidoctor's business; both branches are scanned
            default -> true;
        };
    }
}
