package lectern.note;

import java.util.List;
import lectern.model.Diagram;
import lectern.model.Formula;

/**
 * A delimited block whose content is not AsciiDoc.
 *
 * @param delimiter the opening line
 * @param attributes what stood above it
 * @param lines of the whole note
 * @param openLine of the opening delimiter, counting from 1
 * @param closeLine of the closing delimiter, counting from 1; one past the end when unclosed
 */
record VerbatimBlock(
        String delimiter,
        BlockAttributes attributes,
        List<String> lines,
        int openLine,
        int closeLine) {

    /** The lines between the delimiters. */
    List<String> body() {
        return lines.subList(openLine, Math.max(openLine, Math.min(closeLine - 1, lines.size())));
    }

    private String text() {
        return String.join("\n", body());
    }

    /** Add the formula, if the block is one. */
    void formula(boolean stemIsLatex, NoteBuilder note) {
        boolean latex =
                attributes.style().equals("latexmath")
                        || attributes.style().equals("stem") && stemIsLatex;
        if (latex && delimiter.startsWith("++++")) {
            int label = attributes.id().isEmpty() ? 0 : attributes.firstLine();
            note.formulas.add(new Formula(text(), true, label, note.at(openLine + 1, 0)));
        }
    }

    /** Add the diagram, if the block is one. */
    void diagram(NoteBuilder note) {
        String kind = attributes.style();
        if (kind.equals("plantuml") || kind.equals("ditaa")) {
            note.diagrams.add(
                    new Diagram(
                            kind, text() + "\n", openLine, closeLine, note.at(openLine + 1, 0)));
        }
    }

    /** Whether the block shows code. */
    boolean listing() {
        return delimiter.startsWith("----")
                || delimiter.startsWith("```")
                || attributes.style().equals("source");
    }

    /** Last line of the callout list right under the block, or of the block itself. */
    int lastLineWithCallouts() {
        int line = closeLine;
        while (line < lines.size() && lines.get(line).isBlank()) {
            line++;
        }
        int last = closeLine;
        while (line < lines.size() && lines.get(line).matches("<(\\d+|\\.)>\\s.*")) {
            while (line < lines.size() && !lines.get(line).isBlank()) {
                line++;
            }
            last = line;
            while (line < lines.size() && lines.get(line).isBlank()) {
                line++;
            }
        }
        return last;
    }
}
