package lectern.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads tables written in HTML whose cells hold only text and simple tags. */
final class HtmlTables {
    private static final Pattern TOKEN = Pattern.compile("<[^>]*>|[^<]+");

    private HtmlTables() {}

    /** Read one; null when it is no table, or one that AsciiDoc could not say. */
    static Block read(String html, int line) {
        if (!html.startsWith("<table") || !html.endsWith("</table>")) {
            return null;
        }
        List<List<List<Inline>>> rows = new ArrayList<>();
        List<Inline> cell = null;
        boolean header = false;
        Matcher token = TOKEN.matcher(html);
        while (token.find()) {
            Tag tag = Tag.of(token.group());
            String name = tag == null ? "" : tag.name();
            switch (name) {
                case "table", "thead", "tbody" -> {}
                case "tr" -> {
                    if (!tag.closing()) {
                        rows.add(new ArrayList<>());
                    }
                }
                case "th", "td" -> {
                    if (!tag.attributes().isEmpty() || rows.isEmpty()) {
                        return null;
                    }
                    header |= rows.size() == 1 && name.equals("th");
                    if (rows.size() > 1 && name.equals("th")) {
                        return null;
                    }
                    cell = tag.closing() ? null : new ArrayList<>();
                    if (cell != null) {
                        rows.get(rows.size() - 1).add(cell);
                    }
                }
                default -> {
                    if (cell != null) {
                        cell.add(inline(token.group(), tag));
                    } else if (!token.group().isBlank()) {
                        return null;
                    }
                }
            }
        }
        return table(rows, header, line);
    }

    private static Inline inline(String token, Tag tag) {
        return tag == null ? new Inline.Text(HtmlText.words(token)) : new Inline.Raw(token);
    }

    private static Block table(List<List<List<Inline>>> rows, boolean header, int line) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
            return null;
        }
        rows.forEach(row -> row.replaceAll(InlineHtml::resolve));
        return new Block.Table(Collections.nCopies(columns, ' '), header, "", rows, line);
    }
}
