package lectern.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.text.Escapes;
import lectern.text.SourceFiles;
import org.jsoup.nodes.Element;

/**
 * Writes a book as one file that needs no other: text, styles, fonts and pictures. It has no
 * script; its policy allows its own style sheet by digest, and nothing else.
 */
public final class SinglePageWriter {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");
    private static final Pattern SLICE = Pattern.compile("@font-face \\{[^}]*-greek-[^}]*\\}\\n?");

    private final Theme theme;

    /** Write with the given theme. */
    public SinglePageWriter(Theme theme) {
        this.theme = theme;
    }

    /** Write the file, whole or not at all; the tree is only read. Return its size in bytes. */
    public long write(BookTree tree, Path file) {
        return write(BookPages.of(tree, theme, PageCache.NONE), file);
    }

    /** Write the file, making anew only the chapters that are not in the book's cache. */
    public long write(BookPages book, Path file) {
        BookTree tree = book.tree();
        SitePage frame = new SitePage("", tree, book.plan());
        InlineStyles styles = new InlineStyles();
        PageMemo<WholePiece> memo = book.cache().open("single", WholePiece::unpack);
        WholeBook whole = new WholeBook(book, memo, main -> pictures(tree, main), styles);
        byte[] main = whole.text(frame.cover());
        String css = fonts(theme.text("html/site.css")) + styles.css();
        Map<String, String> slots =
                Map.of(
                        "lang", Escapes.attribute(tree.meta().lang()),
                        "book", Escapes.html(tree.meta().title()),
                        "description", Escapes.attribute(tree.meta().description()),
                        "digest", digest(css),
                        "style", css,
                        "margin", whole.margin() ? SitePage.MARGINS : "",
                        "map", frame.places());
        ByteArrayOutputStream html = new ByteArrayOutputStream(main.length + css.length() + 65536);
        String template = theme.text("html/single.html");
        Matcher slot = SLOT.matcher(template);
        int from = 0;
        while (slot.find()) {
            put(html, template.substring(from, slot.start()));
            if (slot.group(1).equals("main")) {
                html.writeBytes(main);
            } else {
                put(html, slots.get(slot.group(1)));
            }
            from = slot.end();
        }
        put(html, template.substring(from));
        SourceFiles.write(file, html.toByteArray());
        return html.size();
    }

    private static void put(ByteArrayOutputStream html, String text) {
        html.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Fonts as data; Greek letters in running text are few and come from the system. */
    private String fonts(String css) {
        return SiteAssets.FONT
                .matcher(SLICE.matcher(css).replaceAll(""))
                .replaceAll(
                        font -> {
                            Optional<byte[]> bytes = theme.find("fonts/" + font.group(1));
                            return "url("
                                    + data("font/woff2", bytes.orElseGet(() -> new byte[0]))
                                    + ")";
                        });
    }

    private static void pictures(BookTree tree, Element main) {
        Path base = tree.book().base().toAbsolutePath().normalize();
        for (Element image : main.select("img[src]")) {
            String source = image.attr("src");
            Path file = Pictures.remote(source) ? null : base.resolve(source).normalize();
            if (file != null && file.startsWith(base) && Files.isRegularFile(file)) {
                String kind = source.substring(source.lastIndexOf('.') + 1).replace("jpg", "jpeg");
                image.attr("src", data("image/" + kind, read(file)));
            }
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static String data(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String digest(String css) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] bytes = sha.digest(css.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
