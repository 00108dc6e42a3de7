package lectern.model;

import java.util.List;
import java.util.Optional;

/**
 * One finding, in the form that editors and terminals know how to follow.
 *
 * @param severity whether the build must refuse
 * @param rule which check found it
 * @param location where the author can mend it
 * @param message what is wrong, one line, no final full stop
 * @param hint what to do about it
 */
public record Diagnostic(
        Severity severity, Rule rule, Location location, String message, Optional<String> hint)
        implements Comparable<Diagnostic> {

    /** Keep the message to one line, whatever a library says. */
    public Diagnostic {
        message = message.strip().replaceAll("\\s*\\R\\s*", " ");
        hint = hint.map(text -> text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** Report an error and say what to do. */
    public static Diagnostic error(Rule rule, Location location, String message, String hint) {
        return new Diagnostic(Severity.ERROR, rule, location, message, Optional.of(hint));
    }

    /** Report an error whose message says all there is to say. */
    public static Diagnostic error(Rule rule, Location location, String message) {
        return new Diagnostic(Severity.ERROR, rule, location, message, Optional.empty());
    }

    /** Report something that does not stop the build. */
    public static Diagnostic warning(Rule rule, Location location, String message) {
        return new Diagnostic(Severity.WARNING, rule, location, message, Optional.empty());
    }

    /** Whether any of the findings must stop the build. */
    public static boolean anyError(List<Diagnostic> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    @Override
    public int compareTo(Diagnostic other) {
        int byPlace = location.compareTo(other.location);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }

    /** The finding as it is printed, its hint on a line of its own. */
    @Override
    public String toString() {
        String line = location + ": " + severity + ": " + message + " [" + rule.label() + "]";
        return hint.map(text -> line + "\n  hint: " + text).orElse(line);
    }
}
