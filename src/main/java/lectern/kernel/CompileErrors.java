package lectern.kernel;

import java.nio.file.Path;
import java.util.Locale;
import javax.tools.JavaFileObject;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.script.Script;
import lectern.text.SourceFiles;

/**
 * Words the errors of the compiler as ours.
 *
 * @param root folder that places are relative to
 */
record CompileErrors(Path root) {
    /** What the compiler found in a script. */
    Diagnostic diagnostic(Script script, javax.tools.Diagnostic<? extends JavaFileObject> found) {
        String message = found.getMessage(Locale.ROOT);
        String[] lines = message.split("\r?\n", 2);
        Location location =
                found.getSource() == null
                        ? place(script)
                        : new Location(
                                SourceFiles.relative(root, Path.of(found.getSource().toUri())),
                                (int) Math.max(1, found.getLineNumber()),
                                (int) Math.max(1, found.getColumnNumber()));
        return lines.length == 1
                ? Diagnostic.error(Rule.FAILED_COMPILE, location, lines[0])
                : Diagnostic.error(
                        Rule.FAILED_COMPILE,
                        location,
                        lines[0],
                        lines[1].strip().replaceAll("\\s*\n\\s*", ", ").replaceAll(" {2,}", " "));
    }

    /** An option that the compiler does not take. */
    Diagnostic refused(Script script, String message) {
        return Diagnostic.error(Rule.FAILED_COMPILE, place(script), "javac: " + message);
    }

    /** A script for a newer Java than this one. */
    Diagnostic tooNew(Script script, int newest) {
        return Diagnostic.error(
                Rule.FAILED_COMPILE,
                place(script),
                "the script asks for Java " + script.release() + ", this is Java " + newest,
                "run Lectern with JDK " + script.release() + " or newer");
    }

    private Location place(Script script) {
        return Location.of(SourceFiles.relative(root, script.file()), 1);
    }
}
