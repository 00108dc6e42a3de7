package lectern.render;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Shows cells as their notes want them: listings hidden or folded, HTML that a run left, clean. */
final class CellViews {
    private static final Safelist SAFE =
            Safelist.relaxed()
                    .removeTags("img")
                    .removeProtocols("a", "href", "ftp", "http", "mailto")
                    .addTags("details", "summary", "figure", "figcaption", "mark", "hr")
                    .addAttributes(":all", "style", "title", "lang");

    // what could fetch, cover the page, or hide either behind an escape
    private static final Pattern UNSAFE_STYLE =
            Pattern.compile("url|image|@|position|\\\\", Pattern.CASE_INSENSITIVE);

    private CellViews() {}

    static void apply(Document document, List<Finding> findings) {
        for (Element cell : document.select("div.listingblock.hide-code")) {
            callouts(cell).forEach(Element::remove);
            cell.select("> .content").remove();
        }
        for (Element cell : document.select("div.listingblock.fold-code")) {
            fold(cell);
        }
        for (Element html : document.select("div.woven-html[data-html]")) {
            fill(html, findings);
        }
    }

    private static List<Element> callouts(Element cell) {
        Element next = cell.nextElementSibling();
        return next != null && next.hasClass("colist") ? List.of(next) : List.of();
    }

    private static void fold(Element cell) {
        Element content = cell.selectFirst("> .content");
        if (content == null) {
            return;
        }
        Element fold = new Element("details").addClass("code-fold");
        content.before(fold);
        fold.appendElement("summary").text("Code");
        fold.appendChild(content);
        callouts(cell).forEach(fold::appendChild);
    }

    /** Put the fragment into the block that print shows in its place, before what print shows. */
    private static void fill(Element html, List<Finding> findings) {
        byte[] bytes = Base64.getDecoder().decode(html.attr("data-html"));
        Document fragment = Jsoup.parseBodyFragment(new String(bytes, StandardCharsets.UTF_8));
        html.removeAttr("data-html");
        Element instead = html.previousElementSibling();
        List<Element> unsafe =
                fragment.select("[style]").stream()
                        .filter(element -> UNSAFE_STYLE.matcher(element.attr("style")).find())
                        .toList();
        unsafe.forEach(element -> element.removeAttr("style"));
        Cleaner cleaner = new Cleaner(SAFE);
        if (!unsafe.isEmpty() || !cleaner.isValid(fragment)) {
            findings.add(Finding.unsafeHtml(cellOf(instead)));
        }
        html.append(cleaner.clean(fragment).body().html());
        if (instead != null) {
            Element content = instead.selectFirst("> .content");
            if (content != null) {
                content.before(html);
                content.addClass("woven-print");
            }
        }
    }

    private static String cellOf(Element block) {
        return block == null
                ? ""
                : block.classNames().stream()
                        .filter(name -> name.startsWith("of-"))
                        .findFirst()
                        .map(name -> name.substring(3))
                        .orElse("");
    }
}
