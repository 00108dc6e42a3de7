package lectern.serve;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.text.SourceFiles;

/**
 * A finding with the line that it is about.
 *
 * @param quote the line as it stands in the file; empty when the finding is about the whole file
 * @param link opens the place in the author's editor
 */
record Mistake(Diagnostic finding, String quote, String link) {

    /**
     * Look a finding's line up.
     *
     * @param editor address that opens a file, with {@code {path}}, {@code {line}} and {@code
     *     {column}} in it
     */
    static Mistake of(Path root, String editor, Diagnostic finding) {
        Location place = finding.location();
        String link = new EditorLink(root, editor).to(place);
        return new Mistake(finding, line(root.resolve(place.file()), place.line()), link);
    }

    private static String line(Path file, int number) {
        try {
            if (number < 1 || !Files.isRegularFile(file)) {
                return "";
            }
            List<String> lines = SourceFiles.lines(file);
            return number <= lines.size() ? lines.get(number - 1) : "";
        } catch (UncheckedIOException gone) {
            return "";
        }
    }

    /** As it is printed: the place and what is wrong, the line, and what to do. */
    String printed() {
        String[] said = finding.toString().split("\n", 2);
        String text = said[0];
        if (!quote.isBlank()) {
            text += "\n  " + finding.location().line() + " | " + quote.strip();
        }
        return said.length > 1 ? text + "\n" + said[1] : text;
    }

    /** As a page is told of it. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("severity", finding.severity().toString());
        told.put("place", finding.location().toString());
        told.put("message", finding.message());
        told.put("rule", finding.rule().label());
        told.put("hint", finding.hint().orElse(""));
        told.put("line", finding.location().line());
        told.put("quote", quote);
        told.put("link", link);
        return told;
    }
}
