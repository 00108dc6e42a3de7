package lectern.note;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Rule;

/**
 * Finds macros of ours within a paragraph. They say where a block goes, and the engine prints them
 * there as the text that they are, without a word.
 */
final class MisplacedMacros {
    private static final Pattern MACRO =
            Pattern.compile(
                    "(?<!\\S)(?:output|table|expectations|ledger)::[^\\s\\[\\]]*\\[[^\\[\\]]*\\]");

    private MisplacedMacros() {}

    /** Report those in a line of prose; {@code line} counts from 1. */
    static void report(String text, int line, NoteBuilder note, ScanContext context) {
        if (!text.contains("::")) {
            return;
        }
        Matcher matcher = MACRO.matcher(text);
        while (matcher.find()) {
            context.error(
                    Rule.MISPLACED_MACRO,
                    note.at(line, matcher.start()),
                    "'" + matcher.group() + "' stands inside a paragraph, where it is only text",
                    "put it on a line of its own with blank lines around");
        }
    }
}
