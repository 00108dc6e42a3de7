package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static lectern.render.SampleBook.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpubWriterTest {
    private static final String CALL =
            "A claim<sup class=\"footnote\">[<a id=\"_footnoteref_1\" class=\"footnote\""
                    + " href=\"#_footnotedef_1\">1</a>]</sup> and the office.";
    private static final String AGAIN =
            "The claim again<sup class=\"footnoteref\">[<a class=\"footnote\""
                    + " href=\"#_footnotedef_1\">1</a>]</sup>.";
    private static final String NOTE =
            "<div class=\"footnote\" id=\"_footnotedef_1\"><a href=\"#_footnoteref_1\">1</a>."
                    + " Its source, see <a href=\"#b\">Chapter 2</a>.</div>";

    private static final String PLAIN =
            part("hardware", "Hardware")
                    + paragraph("What is <em>near</em>.")
                    + chapter("a", "1. One", paragraph(CALL))
                    + chapter(
                            "b",
                            "2. Two",
                            paragraph(AGAIN)
                                    + "<div class=\"sect2\"><h3 id=\"b-one\">2.1. First</h3>"
                                    + paragraph("A formula \uE000x &lt; y\uE001.")
                                    + "</div><div class=\"openblock annotation zh\"><div"
                                    + " class=\"content\">"
                                    + paragraph("显存里放着四样东西，\n激活值取决于策略。")
                                    + "</div></div>");

    @TempDir Path folder;

    private Map<String, String> write(BookTree tree) throws IOException {
        Path file = folder.resolve("book.epub");
        new EpubWriter(Theme.builtIn()).write(tree, file);
        assertThat(EpubComplaints.of(file)).isEmpty();
        return unzip(file);
    }

    private static Map<String, String> unzip(Path file) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static BookTree plain() {
        return SampleBook.tree(PLAIN, NOTE, Path.of("."));
    }

    private static Document parse(String xhtml) {
        return Jsoup.parse(xhtml, "", Parser.xmlParser());
    }

    @Test
    void epubCheckComplainsOfABrokenFile() throws IOException {
        Path file = folder.resolve("broken.epub");
        EpubZip.write(file, Map.of("EPUB/a.txt", new byte[] {1}));
        assertThat(EpubComplaints.of(file)).isNotEmpty();
    }

    @Test
    void filesStandInTheOrderOfReading() throws IOException {
        assertThat(write(plain()).keySet())
                .containsExactly(
                        "mimetype",
                        "META-INF/container.xml",
                        "EPUB/package.opf",
                        "EPUB/cover.xhtml",
                        "EPUB/text/index.xhtml",
                        "EPUB/nav.xhtml",
                        "EPUB/text/hardware.xhtml",
                        "EPUB/text/a.xhtml",
                        "EPUB/text/b.xhtml",
                        "EPUB/cover.png",
                        "EPUB/book.css",
                        "EPUB/inline.css");
    }

    @Test
    void typeIsTheFirstFileAndStored() throws IOException {
        write(plain());
        byte[] bytes = Files.readAllBytes(folder.resolve("book.epub"));
        assertThat(new String(bytes, 30, 28, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/epub+zip");
        assertThat(bytes[8]).as("compression").isZero();
    }

    @Test
    void sameBookGivesSameBytes() throws IOException {
        write(plain());
        byte[] first = Files.readAllBytes(folder.resolve("book.epub"));
        write(plain());
        assertThat(folder.resolve("book.epub")).hasBinaryContent(first);
        assertThat(folder.toFile().list()).containsExactly("book.epub");
    }

    @Test
    void packageTellsWhatTheBookIs() throws IOException {
        assertThat(write(plain()).get("EPUB/package.opf"))
                .contains(
                        "<dc:identifier id=\"book-id\">urn:uuid:",
                        "<dc:title>Systems</dc:title>",
                        "<dc:language>en</dc:language>",
                        "<dc:creator>Ada Writer</dc:creator>",
                        "<dc:description>What bounds what.</dc:description>",
                        "<meta property=\"schema:accessibilityHazard\">none</meta>",
                        "href=\"text/b.xhtml\" media-type=\"application/xhtml+xml\""
                                + " properties=\"svg\"/>",
                        "href=\"text/a.xhtml\" media-type=\"application/xhtml+xml\"/>");
    }

    @Test
    void identifierOutlivesAnEditionAndTheDigestDoesNot() throws IOException {
        List<String> first = identifiers(write(plain()));
        List<String> second =
                identifiers(write(SampleBook.tree(chapter("a", "1. One", paragraph("New.")))));
        assertThat(first).hasSize(2);
        assertThat(second.get(0)).isEqualTo(first.get(0));
        assertThat(second.get(1)).isNotEqualTo(first.get(1));
    }

    private static List<String> identifiers(Map<String, String> files) {
        return parse(files.get("EPUB/package.opf")).select("dc|identifier").eachText();
    }

    @Test
    void navigationLeadsToPartsChaptersSectionsAndLandmarks() throws IOException {
        Document nav = parse(write(plain()).get("EPUB/nav.xhtml"));
        assertThat(nav.select("nav[role=doc-toc] a").eachText())
                .containsExactly("Systems", "Hardware", "1 One", "2 Two", "2.1 First");
        assertThat(nav.select("nav[role=doc-toc] ol ol ol a").attr("href"))
                .isEqualTo("text/b.xhtml#b-one");
        assertThat(nav.select("nav[hidden] a").eachAttr("epub:type"))
                .containsExactly("cover", "toc", "bodymatter");
    }

    @Test
    void footnoteStandsOnEveryPageThatCallsItAndLeadsBack() throws IOException {
        Map<String, String> files = write(plain());
        for (String page : List.of("a", "b")) {
            Document chapter = parse(files.get("EPUB/text/" + page + ".xhtml"));
            assertThat(chapter.select("a[epub:type=noteref]").attr("href"))
                    .isEqualTo("#_footnotedef_1");
            assertThat(chapter.select("aside[epub:type=footnote]#_footnotedef_1").text())
                    .isEqualTo("1. Its source, see Chapter 2. ↩");
            assertThat(chapter.select("a[role=doc-backlink]").attr("href"))
                    .isEqualTo("#_footnoteref_1");
            assertThat(chapter.getElementById("_footnoteref_1")).isNotNull();
        }
    }

    @Test
    void formulaIsAPictureWithItsSource() throws IOException {
        Document page = parse(write(plain()).get("EPUB/text/b.xhtml"));
        assertThat(page.select("svg[role=img]").attr("aria-label")).isEqualTo("x < y");
        assertThat(page.select("svg").attr("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
    }

    @Test
    void chineseIsMarked() throws IOException {
        Document page = parse(write(plain()).get("EPUB/text/b.xhtml"));
        assertThat(page.select(".annotation").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.select(".annotation").attr("xml:lang")).isEqualTo("zh-Hans");
    }

    @Test
    void pageSaysWhatItIs() throws IOException {
        Map<String, String> files =
                write(
                        SampleBook.tree(
                                chapter("preface", "Preface", paragraph("x"))
                                        + chapter("one", "1. One", paragraph("x"))
                                        + chapter("two", "Appendix A: Two", paragraph("x"))
                                        + chapter(
                                                "words",
                                                "Words",
                                                "<div class=\"dlist glossary\"><dl><dt>a</dt>"
                                                        + "<dd>b</dd></dl></div>")));
        Map<String, String> kinds = new LinkedHashMap<>();
        files.forEach(
                (name, text) -> {
                    if (name.startsWith("EPUB/text/")) {
                        kinds.put(name, parse(text).select("section.text").attr("epub:type"));
                    }
                });
        assertThat(kinds.values())
                .containsExactly("titlepage", "preface", "chapter", "appendix", "glossary");
        assertThat(parse(files.get("EPUB/nav.xhtml")).select("nav[hidden] a").eachText())
                .containsExactly("Cover", "Contents", "Start of the text", "Words");
    }

    @Test
    void hostileIdsTextsAndMarkupStayValid() throws IOException {
        String body =
                paragraph(
                                "<a id=\"1 & <x>\"></a><a id=\"一\"></a><a id=\"_x_\"></a> A\u0001B \uFFFE")
                        + paragraph("<a href=\"#1%20&amp;%20%3Cx%3E\">to it</a>")
                        + paragraph("<a href=\"#%E4%B8%80\">to one</a> <a href=\"#\">up</a>")
                        + paragraph("<a href=\"../scripts/X.java\">script</a>")
                        + paragraph("<a href=\"javascript:alert(1)\">run</a>")
                        + paragraph("<a href=\"https://a b.org/{x}\">odd</a>")
                        + paragraph("<a href=\"https://example.org/中?a=1&amp;b=2\">far</a>")
                        + "<script>alert(1)</script><!-- a -- b --><iframe src=\"x\"></iframe>"
                        + "<center><font color=\"red\">old</font></center><odd-one>x</odd-one>"
                        + "<p lang=\"not a tag!\">x</p><p id=\"twice\">x</p>"
                        + "<p id=\"twice\">y</p><ol><li value=\"\">z</li></ol>"
                        + "<table width=\"100%\" border=\"1\"><tbody><tr><td align=\"left\">x"
                        + "</td></tr></tbody></table>]]> &amp;amp; &lt;b&gt;";
        Map<String, String> files =
                write(SampleBook.tree(chapter("nav", "A &lt; B &amp; \"C\"", body)));
        String page = files.get("EPUB/text/nav.xhtml");
        assertThat(page)
                .contains(
                        "id=\"_x_1_x20__x26__x20__x3c_x_x3e_\"",
                        "<a href=\"#_x_1_x20__x26__x20__x3c_x_x3e_\"",
                        "id=\"_x4e00_\"",
                        "<a>script</a>",
                        "<a>run</a>",
                        "<a>odd</a>",
                        "https://example.org/%E4%B8%AD?a=1&amp;b=2",
                        "AB")
                .doesNotContain("alert", "iframe", "\u0001");
    }

    @Test
    void pictureIsCopiedByWhatItIs() throws IOException {
        Path base = Files.createDirectories(folder.resolve("base/images"));
        Files.write(base.resolve("é %20.jpg"), OpaquePngTest.png(1, 0xff102030));
        Files.writeString(base.resolve("b.png"), "no picture");
        Map<String, String> files =
                write(
                        SampleBook.tree(
                                chapter(
                                        "a",
                                        "One",
                                        "<p><img src=\"images/é %20.jpg\" alt=\"seen\""
                                                + " width=\"50%\"></p>"
                                                + "<p><img src=\"images/b.png\" alt=\"told\"></p>"),
                                "",
                                folder.resolve("base")));
        assertThat(files).containsKey("EPUB/images/picture-1.png");
        assertThat(files.get("EPUB/text/a.xhtml"))
                .contains("<img src=\"../images/picture-1.png\" alt=\"seen\"", "<span>told</span>");
    }

    @Test
    void everyColourIsReadableOnWhiteAndOnBlack() {
        var colour = java.util.regex.Pattern.compile("color: (#[0-9a-f]{6})");
        List<String> colours =
                colour.matcher(Theme.builtIn().text("epub/book.css"))
                        .results()
                        .map(match -> match.group(1))
                        .distinct()
                        .toList();
        assertThat(colours).hasSizeGreaterThan(5);
        assertThat(colours)
                .allSatisfy(
                        hex -> {
                            double light = luminance(Integer.parseInt(hex.substring(1), 16));
                            assertThat(1.05 / (light + 0.05)).isGreaterThan(4.5);
                            assertThat((light + 0.05) / 0.05).isGreaterThan(4.5);
                        });
    }

    // WCAG 2.2, "relative luminance".
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
