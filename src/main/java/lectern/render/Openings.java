package lectern.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads how a page begins. */
final class Openings {
    private static final Pattern SENTENCE =
            Pattern.compile("^.*?(?:[.!?](?= |$)|[\u3002\uff01\uff1f])");
    private static final int LONGEST = 160;

    private Openings() {}

    /** The first paragraph of a page in the author's own words, as plain text; may be empty. */
    static String paragraph(Page page) {
        for (Element root : page.body()) {
            Element first = first(root);
            if (first != null) {
                return Headings.plain(first);
            }
        }
        return "";
    }

    /** The first paragraph below an element in the author's own words; null where none is. */
    static Element first(Element root) {
        for (Element first : root.select(".paragraph > p")) {
            if (first.closest(".annotation, .aside, .source-card") == null) {
                return first;
            }
        }
        return null;
    }

    /** The first sentence of a page if it asks something; empty otherwise. */
    static String question(Page page) {
        Matcher first = SENTENCE.matcher(paragraph(page));
        boolean asks = first.find() && first.group().matches("(?s).*[?\uff1f]");
        return asks ? first.group() : "";
    }

    /** The first paragraph, cut at a word's end where it is long. */
    static String shortly(Page page) {
        String text = paragraph(page);
        if (text.length() <= LONGEST) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST);
        int end = space < LONGEST / 2 ? LONGEST : space;
        return text.substring(0, end) + "…";
    }
}
