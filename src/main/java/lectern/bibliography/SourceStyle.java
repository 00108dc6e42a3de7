package lectern.bibliography;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.Value;

/** Lists sources in a style of the Citation Style Language, by citeproc-java. */
final class SourceStyle {
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;)]");

    private final String style;

    SourceStyle(String style) {
        this.style = style;
    }

    /** All entries of a BibTeX text that parses, in the order of the style. */
    List<ListedSource> list(String bibtex) {
        CSLItemData[] items = items(bibtex);
        String[] ids = Arrays.stream(items).map(CSLItemData::getId).toArray(String[]::new);
        try {
            CSL html = processor(items, "html", ids);
            CSL text = processor(items, "text", ids);
            String[] entries = html.makeBibliography().getEntries();
            List<CSLItemData> order = List.copyOf(html.getRegisteredItems());
            List<ListedSource> listed = new ArrayList<>();
            for (int i = 0; i < entries.length; i++) {
                String key = order.get(i).getId();
                String label = text.makeCitation(key).get(0).getText().strip();
                listed.add(new ListedSource(key, label, html(entries[i])));
            }
            return listed;
        } catch (IOException e) {
            throw new StyleException("there is no citation style '" + style + "'", e);
        }
    }

    private CSL processor(CSLItemData[] items, String format, String... ids) throws IOException {
        CSL csl = new CSL(new ListItemDataProvider(items), style, "en-US");
        csl.setOutputFormat(format);
        csl.registerCitationItems(ids);
        return csl;
    }

    private static CSLItemData[] items(String bibtex) {
        try {
            BibTeXDatabase database = BibFile.parse(bibtex);
            return new BibTeXConverter()
                    .toItemData(database).values().stream()
                            .map(item -> item(item, entry(database, item.getId())))
                            .toArray(CSLItemData[]::new);
        } catch (ParseException | ObjectResolutionException e) {
            throw new IllegalArgumentException("unchecked BibTeX", e);
        }
    }

    private static BibTeXEntry entry(BibTeXDatabase database, String key) {
        return database.getEntries().get(new Key(key));
    }

    /** The item without marks of LaTeX; a preprint without an address is to be found at arXiv. */
    private static CSLItemData item(CSLItemData item, BibTeXEntry entry) {
        CSLItemDataBuilder cleaned =
                new CSLItemDataBuilder(item)
                        .title(plain(item.getTitle()))
                        .containerTitle(plain(item.getContainerTitle()))
                        .publisher(plain(item.getPublisher()));
        Value preprint = entry.getField(BibTeXEntry.KEY_EPRINT);
        if (preprint != null && item.getURL() == null && item.getDOI() == null) {
            cleaned.URL("https://arxiv.org/abs/" + preprint.toUserString());
        }
        return cleaned.build();
    }

    /**
     * Texts with a bare {@code &} or {@code _} are no LaTeX, and come out of it as they went in.
     */
    private static String plain(String text) {
        return text == null
                ? null
                : text.replaceAll("\\\\([%&_#$])", "$1").replaceAll("[{}]", "").strip();
    }

    private static String html(String entry) {
        String inner =
                entry.strip()
                        .replaceAll("<div class=\"csl-left-margin\">.*?</div>", "")
                        .replaceAll("</?div[^>]*>", "")
                        .replace("<span style=\"font-style: italic\">", "<em>")
                        .replaceAll("<span[^>]*>", "<em>")
                        .replace("</span>", "</em>")
                        .replaceAll("\\s+", " ")
                        .strip();
        return URL.matcher(inner).replaceAll("<a href=\"$0\">$0</a>");
    }
}
