package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lectern.render.EpubComplaints;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Hands the EPUB that {@code package} built to the reference validator, and looks into it. */
class BuiltEpubIT {
    private static final Path EPUB = Path.of("target/book/ml-systems-annotated.epub");

    @Test
    void epubCheckHasNothingToSay() {
        assertThat(EpubComplaints.of(EPUB)).isEmpty();
    }

    @Test
    void everyPageOfTheSiteIsInItWithItsPictures() throws Exception {
        try (ZipFile zip = new ZipFile(EPUB.toFile());
                var site = Files.list(Path.of("target/book/site"))) {
            List<Path> pages = site.filter(file -> file.toString().endsWith(".html")).toList();
            int compared = 0;
            for (Path page : pages) {
                Document shown = Jsoup.parse(page.toFile(), "UTF-8");
                if (!shown.select("html").is(".page-landing, .page-part, .page-chapter")) {
                    continue; // of the site alone
                }
                String name = page.getFileName().toString().replace(".html", ".xhtml");
                ZipEntry entry = zip.getEntry("EPUB/text/" + name);
                assertThat(entry).as(name).isNotNull();
                String text = new String(zip.getInputStream(entry).readAllBytes(), "UTF-8");
                Document read = Jsoup.parse(text, "", Parser.xmlParser());
                assertThat(read.select("svg[role=img]").eachAttr("aria-label"))
                        .as(name)
                        .isEqualTo(shown.select("main svg[role=img]").eachAttr("aria-label"));
                assertThat(read.select("math mi, math mn").eachText())
                        .as(name)
                        .isEqualTo(shown.select("math mi, math mn").eachText());
                compared++;
            }
            assertThat(compared).isGreaterThan(5);
        }
    }
}
