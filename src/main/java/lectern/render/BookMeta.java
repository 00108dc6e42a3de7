package lectern.render;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Title page facts.
 *
 * @param title title of the book, plain text
 * @param authors author names in order; may be empty
 * @param revision version and date as the header prints them; may be empty
 * @param description one sentence; may be empty
 * @param lang BCP 47 tag of the document
 */
public record BookMeta(
        String title, List<String> authors, String revision, String description, String lang) {

    static BookMeta of(Document document) {
        Element heading = document.selectFirst("#header > h1");
        String title = heading == null ? document.title() : heading.text();
        List<String> authors = document.select("#header .details > .author").eachText();
        String revision =
                String.join(" ", document.select("#revnumber, #revdate").eachText())
                        .replaceFirst(",$", "");
        String lang = document.select("html").attr("lang");
        return new BookMeta(
                title.isBlank() ? "Untitled" : title,
                List.copyOf(authors),
                revision,
                document.head().select("meta[name=description]").attr("content"),
                lang.isBlank() ? "en" : lang);
    }
}
