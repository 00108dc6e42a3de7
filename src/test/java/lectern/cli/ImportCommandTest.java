package lectern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.text.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code lectern import} writes, says and refuses. */
class ImportCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private Path markdown(String name, String text) {
        Path file = folder.resolve(name);
        SourceFiles.write(file, text);
        return file;
    }

    @Test
    void folderKeepsItsLayoutAndLinksBetweenFilesBecomeReferences() {
        markdown("in/a.md", "See [b](sub/b.md) and [c](c.md).\n");
        markdown("in/sub/b.md", "# B\n");
        int code = run("import", folder.resolve("in").toString(), "-o", folder + "/out");
        assertThat(code).isZero();
        assertThat(SourceFiles.read(folder.resolve("out/a.adoc")))
                .isEqualTo("See xref:sub/b.adoc[b] and link:c.md[c].\n");
        assertThat(SourceFiles.read(folder.resolve("out/sub/b.adoc"))).isEqualTo("= B\n");
        assertThat(out.toString()).isEqualTo("imported 2 files\n");
    }

    @Test
    void linkToAHeadingOfAnotherFileLeadsToItsId() {
        markdown("in/a.md", "See [it](sub/b.md#2-more-words).\n");
        markdown("in/sub/b.md", "# B\n\n## 2. More words\n\n## Rest\n");
        assertThat(run("import", folder.resolve("in").toString(), "-o", folder + "/out")).isZero();
        assertThat(SourceFiles.read(folder.resolve("out/a.adoc")))
                .isEqualTo("See xref:sub/b.adoc#2-more-words[it].\n");
        assertThat(SourceFiles.read(folder.resolve("out/sub/b.adoc")))
                .isEqualTo("= B\n\n[#2-more-words]\n== 2. More words\n\n== Rest\n");
    }

    @Test
    void nameInDoubleBracketsIsFoundWhereverItLies() {
        markdown(
                "in/a/One.md",
                "[[Two]], [[Two#Some heading|there]], [[b/two]], [[Two.md]], [[Three]], [[Two#^x]].\n"
                        + "\n![[map.png]] [[Nowhere]]\n");
        markdown("in/b/Two.md", "# Two\n\n## Some heading\n\n[[One]]\n");
        markdown("in/a/Three.md", "near\n");
        markdown("in/b/Three.md", "far\n");
        markdown("in/img/map.png", "");
        assertThat(run("import", folder.resolve("in").toString(), "-o", folder + "/out")).isZero();
        assertThat(SourceFiles.read(folder.resolve("out/a/One.adoc")))
                .isEqualTo(
                        "xref:../b/Two.adoc[Two], xref:../b/Two.adoc#some-heading[there],"
                                + " xref:../b/Two.adoc[b/two], xref:../b/Two.adoc[Two.md],"
                                + " xref:Three.adoc[Three], xref:../b/Two.adoc[Two].\n"
                                + "\nimage:../img/map.png[\"\"] xref:Nowhere.adoc[Nowhere]\n");
        assertThat(SourceFiles.read(folder.resolve("out/b/Two.adoc")))
                .isEqualTo(
                        "= Two\n\n[#some-heading]\n== Some heading\n\nxref:../a/One.adoc[One]\n");
    }

    @Test
    void nearestOfSeveralFilesOfOneNameIsMeant() {
        markdown("in/a/b/One.md", "[[Two]] [[]] [[|x]] [[#]] [[ ]] ![[]]\n");
        markdown("in/a/Two.md", "near\n");
        markdown("in/c/d/Two.md", "far\n");
        assertThat(run("import", folder.resolve("in").toString(), "-o", folder + "/out")).isZero();
        assertThat(SourceFiles.read(folder.resolve("out/a/b/One.adoc")))
                .isEqualTo("xref:../Two.adoc[Two] [[]] [[|x]] [[#]] [[ ]] ![[]]\n");
    }

    @Test
    void footnoteThatNothingUsesIsReported() {
        Path source = markdown("a.md", "text\n\n[^b]: c\n");
        assertThat(run("import", "--stdout", source.toString())).isEqualTo(ExitCode.DIAGNOSTICS);
        assertThat(out.toString()).isEqualTo("text\n\n// [^b]: c\n");
        assertThat(err.toString())
                .isEqualTo(source + ":3: footnote, nothing refers to it; kept in a comment\n");
    }

    @Test
    void existingFileIsKeptUnlessForced() {
        Path source = markdown("a.md", "new\n");
        Path note = markdown("a.adoc", "old\n");
        assertThat(run("import", source.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith(note + " is there already; --force writes over it\n");
        assertThat(SourceFiles.read(note)).isEqualTo("old\n");
        assertThat(run("import", "--force", source.toString())).isZero();
        assertThat(SourceFiles.read(note)).isEqualTo("new\n");
    }

    @Test
    void lossIsReportedWithItsLineAndLeniencyForgivesIt() {
        Path source = markdown("a.md", "Word[^1].\n\n[^1]:\n    ```\n    code\n    ```\n");
        assertThat(run("import", "--stdout", source.toString())).isEqualTo(ExitCode.DIAGNOSTICS);
        assertThat(err.toString())
                .isEqualTo(
                        source
                                + ":4: block in a footnote, footnotes hold only text; kept as text\n");
        assertThat(run("import", "--stdout", "--lenient", source.toString())).isZero();
    }

    @Test
    void traceSaysWhereEachBlockCameFrom() {
        Path source = markdown("a.md", "one\n\n- two\n");
        assertThat(run("import", "--stdout", "--trace", source.toString())).isZero();
        assertThat(out.toString()).isEqualTo("// from line 1\none\n\n// from line 3\n* two\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "import -"})
    void standardInputGoesToStandardOutput(String command) {
        InputStream before = System.in;
        try {
            String markdown = "\uFEFF# 标题\r\n\r\nSee [b](b.md).\r\n\r\n[^1]: c\r\n";
            System.setIn(new ByteArrayInputStream(markdown.getBytes(StandardCharsets.UTF_8)));
            assertThat(run(command.split(" "))).isEqualTo(ExitCode.DIAGNOSTICS);
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).isEqualTo("= 标题\n\nSee link:b.md[b].\n\n// [^1]: c\n");
        assertThat(err.toString())
                .isEqualTo("standard input:5: footnote, nothing refers to it; kept in a comment\n");
    }

    @Test
    void folderWithoutMarkdownIsAMistake() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(run("import", empty.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("there is no Markdown file in " + empty);
    }
}
