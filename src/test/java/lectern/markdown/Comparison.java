package lectern.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One text on both ways: as Markdown through flexmark, and imported through Asciidoctor.
 *
 * @param expected tree of the Markdown
 * @param html page of the import
 * @param actual tree of the import
 */
record Comparison(
        String markdown,
        String note,
        String html,
        String expected,
        String actual,
        List<String> messages,
        List<Loss> losses) {
    private static final Parser PARSER = parser(false);
    private static final MarkdownImporter IMPORTER = new MarkdownImporter(false);
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder(
                            new MutableDataSet(MarkdownParser.options())
                                    .set(HtmlRenderer.GENERATE_HEADER_ID, false))
                    .nodeRendererFactory(FormulaHtml.factory())
                    .build();

    /** Compare with what flexmark makes of the text. */
    static Comparison of(String markdown) {
        String named = FrontMatter.of(unified(markdown)).title();
        Document tree = tree(markdown);
        boolean titled = tree.getFirstChild() instanceof Heading first && first.getLevel() == 1;
        String title = named.isEmpty() || titled ? "" : "<h1>" + named + "</h1>";
        return of(markdown, title + RENDERER.render(tree));
    }

    /** Flexmark's tree of a text, without what stands before it between lines of dashes. */
    static Document tree(String markdown) {
        String text = unified(markdown);
        int matter = FrontMatter.of(text).lines();
        String body = text.lines().skip(matter).collect(Collectors.joining("\n", "", "\n"));
        return (BlankTargets.in(body) ? parser(true) : PARSER).parse(body);
    }

    private static String unified(String markdown) {
        return markdown.replace("\uFEFF", "").replace("\r\n", "\n");
    }

    /**
     * Flexmark as it comes, none of the importer's own parts beside the formulas. Links to files
     * with blanks in their names are mended; flexmark does it only when told.
     */
    private static Parser parser(boolean blanks) {
        MutableDataSet options = new MutableDataSet(MarkdownParser.options());
        List<Extension> extensions = new ArrayList<>(Parser.EXTENSIONS.get(options));
        extensions.add(AutolinkExtension.create());
        options.set(Parser.EXTENSIONS, extensions).set(Parser.SPACE_IN_LINK_URLS, blanks);
        return Parser.builder(options)
                .customInlineParserExtensionFactory(new FormulaParser.Factory())
                .build();
    }

    /** Compare with a given page. */
    static Comparison of(String markdown, String html) {
        ImportedNote note = IMPORTER.convert(markdown);
        Asciidoctors.Page page = Asciidoctors.convert(note.text());
        return new Comparison(
                markdown,
                note.text(),
                page.html(),
                HtmlTree.of(html),
                HtmlTree.of(page.html()),
                page.messages(),
                note.losses());
    }

    boolean equal() {
        return expected.equals(actual) && messages.isEmpty();
    }

    @Override
    public String toString() {
        return "--- markdown\n"
                + markdown.replace("\t", "\u2192")
                + "--- note\n"
                + note
                + "--- expected\n"
                + expected
                + "--- actual\n"
                + actual
                + messages
                + "\n";
    }
}
