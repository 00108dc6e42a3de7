package lectern.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Element;

/**
 * Weighs a site as a reader's browser loads it: compressed, figures and fonts apart, since a figure
 * weighs what it shows and fonts are loaded once.
 */
final class SiteWeight {
    /** Most that all scripts may weigh, in KB of 1000 bytes. */
    static final int SCRIPTS = 60;

    /** Most that the scripts may weigh that hold up the first paint, in KB of 1000 bytes. */
    static final int BLOCKING = 1;

    private static final Pattern SCRIPT =
            Pattern.compile("<script src=\"assets/([^\"]+)\"( defer)?></script>");

    private final Map<String, Integer> chapters = new TreeMap<>();
    private final Map<String, Integer> assets = new TreeMap<>();
    private final Set<String> loaded = new HashSet<>();
    private final Set<String> blocking = new HashSet<>();

    /**
     * Weigh a page; its text is bare of figures afterwards.
     *
     * @return its weight in bytes, 0 where it is no chapter
     */
    int page(Page page, SitePage.Frame frame, Element main) {
        scripts(frame.head());
        scripts(frame.tail());
        if (page.kind() != Page.Kind.CHAPTER) {
            return 0;
        }
        main.select("svg.picture").remove();
        int weight = compressed(frame.head() + main.outerHtml() + frame.tail());
        known(page, weight);
        return weight;
    }

    /** Take in a page that was weighed. */
    void known(Page page, int weight) {
        if (page.kind() == Page.Kind.CHAPTER) {
            chapters.put(page.file(), weight);
        }
    }

    private void scripts(String html) {
        Matcher script = SCRIPT.matcher(html);
        while (script.find()) {
            (script.group(2) == null ? blocking : loaded).add(script.group(1));
        }
    }

    void asset(String name, String text) {
        assets.put(name, compressed(text));
    }

    /** What was weighed. */
    SiteSizes sizes() {
        String heaviest = "";
        int most = 0;
        for (Map.Entry<String, Integer> chapter : chapters.entrySet()) {
            if (chapter.getValue() > most) {
                most = chapter.getValue();
                heaviest = chapter.getKey();
            }
        }
        int shared = 0;
        int scripts = 0;
        int early = 0;
        int search = assets.getOrDefault("search-data.js", 0);
        for (Map.Entry<String, Integer> asset : assets.entrySet()) {
            String name = asset.getKey();
            boolean script = name.endsWith(".js") && !name.equals("search-data.js");
            boolean first = blocking.contains(name);
            shared +=
                    name.endsWith(".css") || first || loaded.contains(name) ? asset.getValue() : 0;
            scripts += script ? asset.getValue() : 0;
            early += first ? asset.getValue() : 0;
        }
        return new SiteSizes(heaviest, most == 0 ? 0 : most + shared, scripts, early, search);
    }

    /** What is heavier than it may be. */
    List<Finding> findings(int budget) {
        SiteSizes sizes = sizes();
        List<Finding> findings = new ArrayList<>();
        over(findings, "the page " + sizes.heaviest(), sizes.chapter(), budget);
        over(findings, "the site's script", sizes.scripts(), SCRIPTS);
        over(findings, "the script before the first paint", sizes.blocking(), BLOCKING);
        return findings;
    }

    private static void over(List<Finding> findings, String what, int bytes, int budget) {
        if (bytes > budget * 1000) {
            findings.add(Finding.overBudget(what, bytes, budget));
        }
    }

    private static int compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("compressing in memory", e);
        }
        return bytes.size();
    }
}
