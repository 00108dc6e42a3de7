package lectern.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.figure.SvgInline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Puts vector pictures into the tree, so that they follow the theme, and finds missing ones.
 *
 * <p>Ids inside a picture get a prefix of their own, since two pictures on a page may use the same.
 */
final class Pictures {
    private static final String PLACES =
            "#content img[src], #footnotes img[src], #content > [" + Remains.PICTURES + "]";

    private final Path base;
    private final Path drawn;
    private final List<Finding> findings;
    private final Map<String, Element> vectors = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private int placed;

    /**
     * Prepare to place.
     *
     * @param before pictures that stand before those, in other parts of the book
     */
    Pictures(ConvertedBook book, int before, List<Finding> findings) {
        this.placed = before;
        this.base = book.base().toAbsolutePath().normalize();
        this.drawn = book.drawn().toAbsolutePath().normalize();
        this.findings = findings;
    }

    void place(Document document) {
        for (Element image : document.select(PLACES)) {
            if (image.hasAttr(Remains.PICTURES)) {
                placed += Integer.parseInt(image.attr(Remains.PICTURES));
                continue;
            }
            String source = image.attr("src");
            if (remote(source)) {
                if (!source.startsWith("data:")) {
                    refuse(image, Finding.remoteImage(source));
                }
                continue;
            }
            Path file = file(source);
            if (file == null) {
                refuse(image, Finding.outsideImage(source));
            } else if (!Files.isRegularFile(file)) {
                refuse(image, Finding.missingImage(source));
            } else if (source.toLowerCase(Locale.ROOT).endsWith(".svg")) {
                inline(image, source, file);
            }
        }
    }

    /** Whether the source names something that is not a file of the book. */
    static boolean remote(String source) {
        return source.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*");
    }

    private Path file(String source) {
        try {
            int mark = source.lastIndexOf(ConvertedBook.DRAWN);
            Path folder = mark < 0 ? base : drawn;
            String name = mark < 0 ? source : source.substring(mark + ConvertedBook.DRAWN.length());
            Path file = folder.resolve(name).normalize();
            return file.startsWith(folder) ? file : null;
        } catch (InvalidPathException malformed) {
            return null;
        }
    }

    /** Report a picture and leave its description in its place. */
    private void refuse(Element image, Finding finding) {
        Element text = new Element("span").addClass("missing-picture").text(image.attr("alt"));
        image.replaceWith(text);
        if (reported.add(finding.subject())) {
            findings.add(finding);
        }
    }

    private void inline(Element image, String source, Path file) {
        Element picture = vectors.computeIfAbsent(source, path -> read(file));
        if (picture.normalName().equals("svg")) {
            Element copy = prefixed(picture.clone(), "p" + ++placed + "-");
            copy.attr("role", "img").attr("aria-label", image.attr("alt")).addClass("picture");
            size(image, copy);
            image.replaceWith(copy);
        } else {
            refuse(image, Finding.unreadableImage(source));
        }
    }

    private static Element read(Path svg) {
        try {
            String file = Files.readString(svg, StandardCharsets.UTF_8);
            String text = SvgInline.inline(file, "");
            Element root = Jsoup.parse(text, "", Parser.xmlParser()).firstElementChild();
            if (root == null || !root.normalName().equals("svg")) {
                return new Element("none");
            }
            root.select("script, foreignObject").remove();
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + svg, e);
        }
    }

    private static void size(Element image, Element picture) {
        String width = picture.attr("width").replaceFirst("px$", "");
        String height = picture.attr("height").replaceFirst("px$", "");
        if (!picture.hasAttr("viewBox") && !width.isEmpty() && !height.isEmpty()) {
            picture.attr("viewBox", "0 0 " + width + " " + height);
        }
        if (image.hasAttr("width")) {
            picture.attr("width", image.attr("width"));
            picture.removeAttr("height");
        }
    }

    private static Element prefixed(Element picture, String prefix) {
        Set<String> ids = new HashSet<>(picture.select("[id]").eachAttr("id"));
        if (ids.isEmpty()) {
            return picture;
        }
        for (Element element : picture.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                attribute.setValue(renamed(attribute, ids, prefix));
            }
            if (element.normalName().equals("style")) {
                String css = element.data().isEmpty() ? element.wholeText() : element.data();
                for (String id : ids) {
                    css =
                            css.replaceAll(
                                    "#" + Pattern.quote(id) + "(?![\\w-])",
                                    "#" + prefix + Matcher.quoteReplacement(id));
                }
                element.text(css);
            }
        }
        return picture;
    }

    private static String renamed(Attribute attribute, Set<String> ids, String prefix) {
        String value = attribute.getValue();
        String name = attribute.getKey();
        if (name.equals("id") && ids.contains(value)) {
            return prefix + value;
        }
        if (name.endsWith("href") && value.startsWith("#") && ids.contains(value.substring(1))) {
            return "#" + prefix + value.substring(1);
        }
        int url = value.indexOf("url(#");
        if (url >= 0) {
            return value.substring(0, url) + "url(#" + prefix + value.substring(url + 5);
        }
        return value;
    }
}
