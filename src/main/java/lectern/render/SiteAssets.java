package lectern.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the theme's files and the book's pictures into a site. */
final class SiteAssets {
    private static final List<String> FILES =
            List.of(
                    "site.css",
                    "early.js",
                    "lectern.js",
                    "cards.js",
                    "knobs.js",
                    "search.js",
                    "minisearch.js");

    /** An address of a font in the style sheet, from the folder of the style sheet. */
    static final Pattern FONT = Pattern.compile("url\\(\"?fonts/([^\")]+)\"?\\)");

    /** Where the styles that pages set inline are kept. */
    static final String INLINE = "assets/inline.css";

    private final Theme theme;
    private final BookTree tree;
    private final SiteFiles files;
    private final Set<String> images = new TreeSet<>();

    SiteAssets(Theme theme, BookTree tree, SiteFiles files) {
        this.theme = theme;
        this.tree = tree;
        this.files = files;
    }

    /** Note the pictures of a page. */
    void images(List<String> shown) {
        images.addAll(shown);
    }

    void script(String path, String text, SiteWeight weight) {
        files.write(path, text);
        weight.asset(path.replaceFirst("^assets/", ""), text);
    }

    void write(InlineStyles styles, SiteWeight weight) {
        script(INLINE, styles.css(), weight);
        for (String asset : FILES) {
            String text = theme.text("html/" + asset);
            script("assets/" + asset, text, weight);
            Matcher font = FONT.matcher(text);
            while (font.find()) {
                Optional<byte[]> bytes = theme.find("fonts/" + font.group(1));
                bytes.ifPresent(found -> files.write("assets/fonts/" + font.group(1), found));
            }
        }
        copyImages();
    }

    /** Write what a few pages need beside what is there. */
    void refresh(InlineStyles styles) {
        files.write(INLINE, styles.css());
        copyImages();
    }

    private void copyImages() {
        Path base = tree.book().base().toAbsolutePath().normalize();
        for (String image : images) {
            if (!Pictures.remote(image)) {
                Path source = base.resolve(image).normalize();
                if (source.startsWith(base) && Files.isRegularFile(source)) {
                    files.copy(source, image);
                }
            }
        }
    }
}
