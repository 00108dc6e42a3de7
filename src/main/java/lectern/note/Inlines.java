package lectern.note;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Anchor;
import lectern.model.Formula;
import lectern.model.ImageUse;
import lectern.model.ValueUse;
import lectern.model.Xref;

/** Finds the inline macros, anchors and references of one line of flowing text. */
final class Inlines {
    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern VALUE =
            Pattern.compile("(?<![\\w\\\\])val:([\\w-]+)\\[([^\\]]*)\\]", UNICODE);
    private static final Pattern STEM =
            Pattern.compile(
                    "(\\\\)?(stem|latexmath|asciimath):([a-z]+(?:,[a-z-]+)*)?\\[(.*?[^\\\\])\\]");
    private static final Pattern PASSTHROUGH =
            Pattern.compile(
                    "\\+\\+\\+.*?\\+\\+\\+|\\+\\+.*?\\+\\+|pass:[a-z,]*\\[.*?[^\\\\]\\]"
                            + "|(?<![\\w;:}+])\\+(?:\\S|\\S.*?\\S)\\+(?!\\w)",
                    UNICODE);
    private static final Pattern ANCHOR =
            Pattern.compile(
                    "(?<!\\\\)(?:\\[\\[\\[?([\\p{Alpha}_:][\\w:.-]*)(?:, *([^\\]]+))?\\]\\]"
                            + "|anchor:([\\p{Alpha}_:][\\w:.-]*)\\[([^\\]]*)\\]"
                            + "|\\[[\\w.]*#([\\p{Alpha}_:][\\w:-]*)[^\\]]*\\](?=[#*_`]))",
                    UNICODE);
    private static final Pattern XREF =
            Pattern.compile("(?<!\\\\)(?:<<([^<>]+?)>>|xref:([^\\s\\[]+)\\[)");
    private static final Pattern IMAGE =
            Pattern.compile("(?<![\\w\\\\])image:([^:\\s\\[][^\\[\\n]*?)\\[([^\\]]*)\\]", UNICODE);

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
        String open = mask(text, PASSTHROUGH);
        formulas(open, line);
        open = mask(open, STEM);
        values(open, line, false);
        anchors(open, line);
        xrefs(open, line);
        Matcher image = IMAGE.matcher(open);
        while (image.find()) {
            addImage(image.group(1), image.group(2), false, line, image.start());
            values(only(open, image.start(2), image.end(2)), line, true);
        }
    }

    /** Take in a block image macro. */
    void blockImage(String target, String attributeText, int line) {
        addImage(target, attributeText, true, line, 0);
    }

    /** Find values where only plain text fits, such as alternative text. */
    void plainValues(String text, int line) {
        values(text, line, true);
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

    private void formulas(String text, int line) {
        Matcher matcher = STEM.matcher(text);
        while (matcher.find()) {
            boolean latex =
                    matcher.group(2).equals("latexmath")
                            || matcher.group(2).equals("stem") && latexByDefault();
            if (matcher.group(1) == null && latex) {
                String source = matcher.group(4).replace("\\]", "]");
                note.formulas.add(new Formula(source, false, note.at(line, matcher.start(4))));
            }
        }
    }

    /** Whether {@code stem} means LaTeX here. */
    boolean latexByDefault() {
        return attributes.get("stem", "").equals("latexmath");
    }

    private void values(String text, int line, boolean plain) {
        Matcher matcher = VALUE.matcher(text);
        while (matcher.find()) {
            List<String> words =
                    Arrays.stream(matcher.group(2).split(",")).map(String::strip).toList();
            note.values.removeIf(
                    use -> use.location().line() == line && use.start() == matcher.start());
            note.values.add(
                    new ValueUse(
                            matcher.group(1),
                            words.get(0),
                            words.subList(1, words.size()),
                            plain,
                            matcher.start(),
                            matcher.end(),
                            note.at(line, matcher.start())));
        }
    }

    private void anchors(String text, int line) {
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

    /** The text with every match blanked out, columns kept. */
    private static String mask(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
    }

    private static String only(String text, int start, int end) {
        return " ".repeat(start) + text.substring(start, end);
    }
}
