package lectern.markdown;

import com.vladsch.flexmark.ast.LinkNode;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns Markdown into AsciiDoc.
 *
 * <pre>
 * String note = new MarkdownImporter(false).convert("# Title").text();
 * </pre>
 *
 * <p>An importer may be used again, by one thread at a time.
 */
public final class MarkdownImporter {
    private static final Pattern FRAGMENT = Pattern.compile("#([^\\s)\\]\"'|>]+)");
    private static final long STACK = 256L << 20;

    private final MarkdownParser parser = new MarkdownParser(false);
    private final MarkdownParser lenient = new MarkdownParser(true);
    private final boolean trace;

    /**
     * Make an importer.
     *
     * @param trace whether each block says in a comment which line it came from
     */
    public MarkdownImporter(boolean trace) {
        this.trace = trace;
    }

    /** Convert a text; links to Markdown files become references to notes. */
    public ImportedNote convert(String markdown) {
        return convert(markdown, path -> true);
    }

    /**
     * Convert a text.
     *
     * @param neighbours what lies around the text, for its links
     */
    public ImportedNote convert(String markdown, Neighbours neighbours) {
        return convert(markdown, neighbours, Set.of());
    }

    /**
     * Convert a text that others lead into.
     *
     * @param neighbours what lies around the text, for its links
     * @param fragments names of headings that other files ask for; these get ids
     */
    public ImportedNote convert(String markdown, Neighbours neighbours, Set<String> fragments) {
        ImportedNote[] result = new ImportedNote[1];
        Throwable[] fault = new Throwable[1];
        // deep nesting needs a deep stack
        Thread thread =
                new Thread(
                        null,
                        () -> result[0] = here(markdown, neighbours, fragments),
                        "import",
                        STACK);
        thread.setUncaughtExceptionHandler((where, thrown) -> fault[0] = thrown);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (result[0] == null) {
            throw new IllegalStateException("the Markdown could not be read", fault[0]);
        }
        return result[0];
    }

    private ImportedNote here(String markdown, Neighbours neighbours, Set<String> fragments) {
        String text = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
        text = text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
        FrontMatter matter = FrontMatter.of(text);
        int start = 0;
        for (int i = 0; i < matter.lines(); i++) {
            start = text.indexOf('\n', start) + 1;
        }
        String body = LooseRows.marked(text.substring(start));
        Document document = (BlankTargets.in(body) ? lenient : parser).parse(body);
        Set<String> names = wanted(body, fragments);
        collect(document, names);
        Headings headings = new Headings(document, names);
        Source source =
                new Source(document, matter.lines(), headings.fragments(), new Links(neighbours));
        List<Block> blocks = new BlockReader(source, headings).children(document);
        return new ImportedNote(write(matter, blocks), source.losses());
    }

    /** The names that links of the document ask for, blanks and brackets in them included. */
    private static void collect(Node node, Set<String> names) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof LinkNode link && link.getUrl().startsWith("#")) {
                names.add(Slugs.decode(link.getUrl().unescape().substring(1)));
            }
            collect(child, names);
        }
    }

    private static Set<String> wanted(String body, Set<String> fragments) {
        Set<String> all = new HashSet<>(fragments);
        Matcher fragment = FRAGMENT.matcher(body);
        while (fragment.find()) {
            all.add(Slugs.decode(fragment.group(1)));
        }
        return all;
    }

    private String write(FrontMatter matter, List<Block> blocks) {
        List<String> out = new ArrayList<>();
        List<Block> rest = blocks;
        boolean titled =
                !blocks.isEmpty()
                        && blocks.get(0) instanceof Block.Heading heading
                        && heading.section()
                        && heading.level() == 1;
        if (titled) {
            new AsciidocWriter(out, Nesting.NONE, false).block(blocks.get(0));
            rest = blocks.subList(1, blocks.size());
            if (!matter.title().isEmpty()) {
                out.add(":page-title: " + matter.title().replace("{", "\\{"));
            }
        } else if (!matter.title().isEmpty()) {
            out.add("= " + Lines.single(List.of(new Inline.Text(matter.title()))));
        }
        out.addAll(matter.attributes());
        List<String> body = new ArrayList<>();
        new AsciidocWriter(body, Nesting.NONE, trace).blocks(rest);
        if (Stream.concat(out.stream(), body.stream())
                .anyMatch(line -> line.contains("stem:[") || line.equals("[stem]"))) {
            out.add(":stem: latexmath");
        }
        if (!out.isEmpty() && !body.isEmpty()) {
            out.add("");
        }
        out.addAll(body);
        StringBuilder text = new StringBuilder();
        out.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
