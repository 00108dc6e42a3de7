package lectern.highlight;

import java.util.Collection;

/**
 * Marks the lines of a listing that the author points at ({@code highlight="2,5-7"}). Works on
 * highlighted code, whose spans never reach over the end of a line.
 */
public final class MarkedLines {
    private MarkedLines() {}

    /**
     * Put lines between {@code <mark class="line">} and {@code </mark>}.
     *
     * @param html code as one of our highlighters gives it
     * @param lines numbers from one; those that the listing does not have are left out
     */
    public static String mark(String html, Collection<Integer> lines) {
        if (lines.isEmpty()) {
            return html;
        }
        StringBuilder marked = new StringBuilder(html.length() + 32 * lines.size());
        int number = 0;
        for (String line : html.split("\n", -1)) {
            if (number++ > 0) {
                marked.append('\n');
            }
            if (lines.contains(number)) {
                marked.append("<mark class=\"line\">").append(line).append("</mark>");
            } else {
                marked.append(line);
            }
        }
        return marked.toString();
    }
}
