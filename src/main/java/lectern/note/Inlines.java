package lectern.note;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Anchor;
import lectern.model.Formula;
import lectern.model.ImageUse;
import lectern.model.ValueUse;
import lectern.model.Xref;
import lectern.note.Spans.Span;
import lectern.text.ValueMacro;

/** Finds the inline macros, anchors and references of one line of flowing text. */
final class Inlines {
    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern VALUE_OPEN =
            Pattern.compile("(?<![\\w\\\\])val:[\\w-]+\\[(?=[^\\[\\]]*\\])", UNICODE);
    private static final Pattern STEM =
            Pattern.compile("(\\\\)?(stem|latexmath|asciimath):(?:[a-z]+(?:,[a-z-]+)*+)?\\[");
    private static final Pattern PASS = Pattern.compile("pass:[a-z,]*+\\[");
    private static final Pattern PLUSES_3 = Pattern.compile("\\+\\+\\+");
    private static final Pattern PLUSES_2 = Pattern.compile("\\+\\+");
    private static final Pattern PLUS_OPEN = Pattern.compile("(?<![\\w;:}+])\\+(?=\\S)", UNICODE);
    private static final Pattern PLUS_CLOSE = Pattern.compile("(?<=\\S)\\+(?!\\w)", UNICODE);
    private static final Pattern BRACKET = Pattern.compile("(?<!\\\\)\\]");
    private static final Pattern ANCHOR =
            Pattern.compile(
                    "(?<!\\\\)(?:\\[\\[\\[?([\\p{Alpha}_:][\\w:.-]*)(?:, *([^\\[\\]]+))?\\]\\]"
                            + "|(?<![\\w:])anchor:([\\p{Alpha}_:][\\w:.-]{0,250})\\[([^\\[\\]]*)\\]"
                            + "|\\[[\\w.]*#([\\p{Alpha}_:][\\w:-]*)[^\\[\\]]*\\](?=[#*_`]))",
                    UNICODE);
    private static final Pattern XREF =
            Pattern.compile("(?<!\\\\)(?:<<([^<>]+?)>>|(?<![\\w:])xref:([^\\s\\[]{1,250})\\[)");
    private static final Pattern IMAGE =
            Pattern.compile("(?<![\\w:\\\\])image:([^:\\s\\[][^\\[\\n]{0,250}?)\\[", UNICODE);

    private final NoteBuilder note;
    private final DocumentAttributes attributes;
    private final ImageFiles images;

    Inlines(NoteBuilder note, DocumentAttributes attributes, ImageFiles images) {
        this.note = note;
        this.attributes = attributes;
        this.images = images;
    }

    /** Scan one line; {@code line} counts from 1. */
    void scan(String text, int line) {
        String open = text;
        open = Spans.mask(open, spans(open, "+++", PLUSES_3, PLUSES_3, 0));
        open = Spans.mask(open, spans(open, "++", PLUSES_2, PLUSES_2, 0));
        open = Spans.mask(open, spans(open, "pass:", PASS, BRACKET, 1));
        open = Spans.mask(open, spans(open, "+", PLUS_OPEN, PLUS_CLOSE, 1));
        List<Span> formulas =
                open.contains("stem:") || open.contains("math:")
                        ? Spans.of(open, STEM, BRACKET, 1)
                        : List.of();
        formulas.forEach(span -> formula(span, line));
        open = Spans.mask(open, formulas);
        anchors(open, line);
        xrefs(open, line);
        BitSet plain = new BitSet(open.length());
        // the brackets of a value within an image's text are not the image's own
        String closed = Spans.mask(open, spans(open, "val:", VALUE_OPEN, BRACKET, 0));
        for (Span image : spans(closed, "image:", IMAGE, BRACKET, 0)) {
            String inner = open.substring(image.innerStart(), image.end() - 1);
            addImage(image.head().group(1), inner, false, line, image.start());
            plain.set(image.innerStart(), image.end());
        }
        values(open, line, plain);
    }

    /** The spans of a text; a glance for a part of the opening mark saves most searches. */
    private static List<Span> spans(
            String text, String part, Pattern open, Pattern close, int least) {
        return text.contains(part) ? Spans.of(text, open, close, least) : List.of();
    }

    /** Take in a block image macro. */
    void blockImage(String target, String attributeText, int line) {
        addImage(target, attributeText, true, line, 0);
    }

    /** Find values where only plain text fits, such as alternative text. */
    void plainValues(String text, int line) {
        BitSet everywhere = new BitSet(text.length());
        everywhere.set(0, text.length());
        values(text, line, everywhere);
    }

    private void addImage(String target, String attributeText, boolean block, int line, int at) {
        AttributeList list = AttributeList.parse(attributeText);
        boolean described =
                !list.positional().isEmpty() && !list.positional().get(0).isEmpty()
                        || !list.named().getOrDefault("alt", "").isEmpty();
        String path = attributes.resolve(target);
        note.images.add(
                new ImageUse(target, images.resolve(path), described, block, note.at(line, at)));
    }

    private void formula(Span span, int line) {
        String name = span.head().group(2);
        boolean latex = name.equals("latexmath") || name.equals("stem") && latexByDefault();
        if (span.head().group(1) == null && latex) {
            String source = span.inner().replace("\\]", "]");
            note.formulas.add(new Formula(source, false, 0, note.at(line, span.innerStart())));
        }
    }

    /** Whether {@code stem} means LaTeX here. */
    boolean latexByDefault() {
        return attributes.get("stem", "").equals("latexmath");
    }

    private void values(String text, int line, BitSet plain) {
        if (!text.contains("val:")) {
            return;
        }
        Matcher matcher = ValueMacro.PATTERN.matcher(text);
        while (matcher.find()) {
            ValueMacro macro = ValueMacro.of(matcher);
            note.values.add(
                    new ValueUse(
                            macro.cell(),
                            macro.fact(),
                            macro.options(),
                            plain.get(matcher.start()),
                            matcher.start(),
                            matcher.end(),
                            note.at(line, matcher.start())));
        }
    }

    private void anchors(String text, int line) {
        if (!text.contains("[[") && !text.contains("anchor:") && !text.contains("#")) {
            return;
        }
        Matcher matcher = ANCHOR.matcher(text);
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : matcher.group(3) != null ? 3 : 5;
            String label = group == 5 ? null : matcher.group(group + 1);
            note.anchors.add(
                    new Anchor(
                            matcher.group(group),
                            label == null ? "" : label,
                            note.at(line, matcher.start())));
        }
    }

    private void xrefs(String text, int line) {
        if (!text.contains("<<") && !text.contains("xref:")) {
            return;
        }
        Matcher matcher = XREF.matcher(text);
        while (matcher.find()) {
            String target =
                    matcher.group(1) != null
                            ? matcher.group(1).split(",", 2)[0].strip()
                            : matcher.group(2);
            target = attributes.resolve(target);
            int hash = target.indexOf('#');
            String id = hash < 0 ? target : target.substring(hash + 1);
            boolean wholeFile = hash < 0 && target.matches(".*\\.(adoc|asciidoc|asc|ad)");
            if (!id.isEmpty() && !wholeFile) {
                note.xrefs.add(new Xref(id, note.at(line, matcher.start())));
            }
        }
    }
}
