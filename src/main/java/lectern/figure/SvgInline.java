package lectern.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes an SVG file ready to stand in a page among others. */
public final class SvgInline {

    /** Colour of ink where no page gives one: the file opened or shown as an image. */
    static final String STANDALONE =
            "<style>:root{color:#1f2328}@media (prefers-color-scheme:dark){:root{color:#d7dae0}}"
                    + "</style>";

    private static final Pattern STYLE = Pattern.compile("<style>:root\\{.*?</style>\n?");
    private static final Pattern ID = Pattern.compile("(\\sid=\"|href=\"#|url\\(#)");

    private SvgInline() {}

    /**
     * Prepare a figure or diagram of ours for a page.
     *
     * @param svg the file's text
     * @param prefix goes before every id and every reference to one, so that many can stand in one
     *     page; an XML name such as {@code fig-knee-}
     * @return the {@code svg} element without its own colours: ink is the colour of the text around
     */
    public static String inline(String svg, String prefix) {
        String bare = STYLE.matcher(svg).replaceFirst("");
        return ID.matcher(bare).replaceAll("$1" + Matcher.quoteReplacement(prefix));
    }
}
