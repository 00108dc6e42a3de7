package lectern.note;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Anchor;
import lectern.model.Heading;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.text.ValueMacro;

/**
 * Scans one note line by line: block attributes, delimited blocks, headings, macros, directives.
 *
 * <p>It knows as much of AsciiDoc as it needs to tell flowing text from verbatim text and to give
 * every cell, anchor, reference, picture and formula its exact place; the AST of Asciidoctor does
 * not know places across includes.
 */
final class NoteScanner {
    // AsciiDoc: a block attribute line starts with a word character or one of . # % { , " '
    private static final Pattern ATTRIBUTE_LINE =
            Pattern.compile("\\[(|[\\w.#%{,\"'].*)\\]", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ANCHOR_LINE = Pattern.compile("\\[\\[([^\\[\\]]+)\\]\\]");
    private static final Pattern TITLE_LINE = Pattern.compile("\\.(\\.?[^ \\t.].*)");
    private static final Pattern ENTRY = Pattern.compile(":(!?[\\w][\\w-]*!?):(?:\\s+(.*))?");
    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|/{4,}|```.*");
    private static final Pattern STRUCTURE = Pattern.compile("={4,}|\\*{4,}|_{4,}|--|[|,:!]={3,}");
    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})[ \\t]+(\\S.*)");
    private static final Pattern LIST_ITEM = Pattern.compile("\\s*([*.-]+|\\d+\\.)\\s.*");
    private static final Pattern CODE_STYLE =
            Pattern.compile(
                    "source|listing|literal|stem|latexmath|asciimath|pass|verse|plantuml|ditaa");

    private final ScanContext context;
    private final Path file;
    private final List<String> lines;
    private final NoteBuilder note;
    private final Inlines inlines;
    private final BlockMacros macros;
    private final Includes includes;
    private final Conditionals conditionals;
    private final Deque<String> structure = new ArrayDeque<>();
    private BlockAttributes pending = new BlockAttributes();
    private boolean inParagraph;
    private boolean inLiteralParagraph;

    NoteScanner(ScanContext context, Path file) {
        this.context = context;
        this.file = file;
        this.lines = context.memory.lines(file);
        this.note = new NoteBuilder(context.name(file), lines);
        this.inlines = new Inlines(note, context.attributes, context::imageFile);
        this.macros = new BlockMacros(context, file, note, inlines);
        this.includes = new Includes(context, file, note);
        this.conditionals = new Conditionals(context.attributes);
    }

    /** Scan the file to its end. */
    Note scan() {
        int i = 0;
        while (i < lines.size()) {
            i = scanFrom(i);
        }
        return note.build();
    }

    /** Scan the construct that starts at a line, counting from 0, and return the line after it. */
    private int scanFrom(int i) {
        String line = lines.get(i).stripTrailing();
        if (conditionals.consumes(line)) {
            conditionals
                    .content(line)
                    .filter(text -> !scanMetadata(text, i))
                    .ifPresent(text -> scanText(text, i));
            return i + 1;
        }
        if (includes.isDirective(line)) {
            includes.follow(line, i + 1, true);
            return i + 1;
        }
        if (line.isEmpty() || line.equals("+")) {
            inParagraph = false;
            inLiteralParagraph = false;
            return i + 1;
        }
        if (inLiteralParagraph || line.startsWith("//") && !line.startsWith("////")) {
            return i + 1;
        }
        if (opensVerbatim(line)) {
            return scanVerbatim(i, line);
        }
        if (STRUCTURE.matcher(line).matches()) {
            scanStructure(line, i);
        } else if (!scanMetadata(line, i)) {
            return scanText(line, i);
        }
        return i + 1;
    }

    private boolean opensVerbatim(String line) {
        boolean codeInOpenBlock =
                line.equals("--") && CODE_STYLE.matcher(pending.style()).matches();
        return codeInOpenBlock || VERBATIM.matcher(line).matches();
    }

    private int scanVerbatim(int open, String delimiter) {
        inParagraph = false;
        String close = delimiter.startsWith("```") ? "```" : delimiter;
        int end = open + 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals(close)) {
            if (!delimiter.startsWith("////") && includes.isDirective(lines.get(end))) {
                includes.follow(lines.get(end).stripTrailing(), end + 1, false);
            }
            end++;
        }
        if (end == lines.size()) {
            context.error(
                    Rule.UNCLOSED_BLOCK,
                    note.at(open + 1, 0),
                    "block opened by '" + delimiter + "' is never closed",
                    "close it with a line of its own that reads '" + close + "'");
        }
        VerbatimBlock block = new VerbatimBlock(delimiter, pending, lines, open + 1, end + 1);
        if (!delimiter.startsWith("////")) {
            takeAnchor(open);
            block.formula(inlines.latexByDefault(), note);
            block.diagram(note);
            new CellReader(context, note, includes).read(block);
        }
        pending = new BlockAttributes();
        return end + 1;
    }

    private void scanStructure(String line, int i) {
        inParagraph = false;
        if (structure.contains(line)) {
            while (!structure.pop().equals(line)) {
                // an inner block left open ends with the outer one
            }
        } else {
            takeAnchor(i);
            structure.push(line);
        }
        pending = new BlockAttributes();
    }

    /** Take in a line that describes the next block or the document; false when it is text. */
    private boolean scanMetadata(String line, int i) {
        if (inTable()) {
            return false;
        }
        Matcher anchor = ANCHOR_LINE.matcher(line);
        if (anchor.matches()) {
            pending.addAnchor(anchor.group(1), i + 1);
            inParagraph = false;
            return true;
        }
        Matcher attributeLine = ATTRIBUTE_LINE.matcher(line);
        if (attributeLine.matches()) {
            pending.addAttributes(context.attributes.resolve(attributeLine.group(1)), i + 1);
            inlines.plainValues(lines.get(i), i + 1);
            inParagraph = false;
            return true;
        }
        if (inParagraph) {
            return false;
        }
        Matcher title = TITLE_LINE.matcher(line);
        if (title.matches()) {
            pending.addTitle(title.group(1), i + 1);
            inlines.scan(lines.get(i), i + 1);
            return true;
        }
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches()) {
            defineAttribute(entry, i);
            return true;
        }
        return scanHeading(line, i) || scanBlockMacro(line, i);
    }

    private boolean inTable() {
        return !structure.isEmpty()
                && structure.peek().endsWith("===")
                && !structure.peek().startsWith("=");
    }

    private void defineAttribute(Matcher entry, int i) {
        StringBuilder value = new StringBuilder(entry.group(2) == null ? "" : entry.group(2));
        for (int next = i + 1; value.toString().endsWith(" \\") && next < lines.size(); next++) {
            value.setLength(value.length() - 1);
            value.append(lines.get(next).strip());
        }
        context.attributes.define(entry.group(1), value.toString());
    }

    private boolean scanHeading(String line, int i) {
        Matcher matcher = HEADING.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String title = matcher.group(2).strip();
        inlines.scan(lines.get(i), i + 1);
        String id = pending.id();
        boolean document =
                note.headings.isEmpty()
                        && context.notes.size() == 1
                        && matcher.group(1).length() == 1
                        && note.anchors.isEmpty();
        if (id.isEmpty() && !document) {
            if (ValueMacro.PATTERN.matcher(title).find()) {
                context.error(
                        Rule.UNSTABLE_ID,
                        note.at(i + 1, 0),
                        "heading holds a value and has no id, so its address would change with it",
                        "write [#an-id] on the line above");
            }
            id =
                    context.sectionIds.derive(
                            title,
                            context.attributes.get("idprefix", "_"),
                            context.attributes.get("idseparator", "_"));
            note.anchors.add(new Anchor(id, title, note.at(i + 1, 0)));
        } else {
            takeAnchor(i, title);
        }
        int level = matcher.group(1).length() - 1 + context.levelOffset;
        note.headings.add(new Heading(level, title, id, note.at(i + 1, 0)));
        pending = new BlockAttributes();
        return true;
    }

    private boolean scanBlockMacro(String line, int i) {
        if (!BlockMacros.isMacro(line)) {
            return false;
        }
        takeAnchor(i);
        boolean taken = macros.read(lines.get(i), i + 1);
        if (taken) {
            pending = new BlockAttributes();
        }
        return taken;
    }

    private int scanText(String line, int i) {
        boolean code = CODE_STYLE.matcher(pending.style()).matches();
        boolean indented =
                !inParagraph
                        && Character.isWhitespace(line.charAt(0))
                        && !LIST_ITEM.matcher(line).matches()
                        && structure.stream().noneMatch(s -> s.endsWith("==="));
        takeAnchor(i);
        pending = new BlockAttributes();
        if (code || indented) {
            inLiteralParagraph = true;
            return i + 1;
        }
        inlines.scan(line, i + 1);
        if (!inTable()) {
            MisplacedMacros.report(line, i + 1, note, context);
        }
        inParagraph = true;
        return i + 1;
    }

    private void takeAnchor(int i) {
        takeAnchor(i, pending.title());
    }

    private void takeAnchor(int i, String text) {
        if (!pending.id().isEmpty()) {
            int line = Math.max(pending.firstLine(), 1);
            note.anchors.add(new Anchor(pending.id(), text, note.at(Math.min(line, i + 1), 0)));
            context.sectionIds.take(pending.id());
        }
    }
}
