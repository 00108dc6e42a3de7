package lectern.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same examples through pandoc, by the same normaliser, with {@code -Dlectern.pandoc=true}; it
 * starts pandoc some seven hundred times and prints both shares.
 */
@EnabledIfSystemProperty(named = "lectern.pandoc", matches = "true")
class PandocTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^( *)h([2-6])$");

    private static String pandoc(String from, String markdown) {
        try {
            Path source = Files.createTempFile("pandoc", ".md");
            Files.writeString(source, markdown, StandardCharsets.UTF_8);
            Process process =
                    new ProcessBuilder(
                                    "pandoc",
                                    "-f",
                                    from,
                                    "-t",
                                    "asciidoc",
                                    "--wrap=none",
                                    source.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String note =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.delete(source);
            return note;
        } catch (IOException e) {
            throw new UncheckedIOException("running pandoc", e);
        }
    }

    /** Whether pandoc's page is the same; the level of its headings, one too deep, is forgiven. */
    private static boolean pandocEquals(String from, String markdown, String expected) {
        Asciidoctors.Page page = Asciidoctors.convert(pandoc(from, markdown));
        String actual = HtmlTree.of(page.html());
        Matcher heading = HEADING.matcher(actual);
        String lifted =
                heading.replaceAll(
                        found -> found.group(1) + "h" + (Integer.parseInt(found.group(2)) - 1));
        return expected.equals(actual) || expected.equals(lifted);
    }

    private static void compare(String name, String from, List<Example> examples) {
        long ours = 0;
        long pandocs = 0;
        for (Example example : examples) {
            String html = example.getHtml().replace("\u2192", "\t");
            Comparison comparison = Comparison.of(example.getSource(), html);
            ours += comparison.equal() ? 1 : 0;
            String source = example.getSource();
            pandocs += pandocEquals(from, source, comparison.expected()) ? 1 : 0;
        }
        System.out.println(
                name + ": import " + ours + ", pandoc " + pandocs + " of " + examples.size());
        assertThat(ours).isGreaterThan(pandocs);
    }

    @Test
    void moreExamplesOfCommonMarkComeOutAsSpecified() {
        compare("CommonMark", "commonmark", ExampleReader.readExamples(TestResources.getSpec()));
    }

    @Test
    void moreExamplesOfGfmExtensionsComeOutAsSpecified() {
        compare(
                "GFM extensions",
                "gfm",
                ExampleReader.readExamples(TestResources.getGfmSpec()).stream()
                        .filter(example -> example.getSection().contains("extension"))
                        .toList());
    }

    @Test
    void moreNotesComeOutWhole() throws IOException {
        long ours = 0;
        long pandocs = 0;
        int all = 0;
        for (String folder : List.of("notes", "dirty")) {
            try (var files = Files.list(Path.of("src/test/resources/markdown", folder))) {
                for (Path file : files.sorted().toList()) {
                    String markdown = Files.readString(file, StandardCharsets.UTF_8);
                    Comparison comparison = Comparison.of(markdown);
                    ours += comparison.equal() ? 1 : 0;
                    pandocs += pandocEquals("gfm", markdown, comparison.expected()) ? 1 : 0;
                    all++;
                }
            }
        }
        System.out.println("notes: import " + ours + ", pandoc " + pandocs + " of " + all);
        assertThat(ours).isGreaterThan(pandocs);
    }
}
