package lectern.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Collects what the search of a site can find.
 *
 * <p>The page builds its index from these documents when a reader first searches: the sentences are
 * needed there anyway, to show a hit, and an index beside them would double what is to be loaded.
 * They travel as a script, since a page that was opened from the file system may not read files.
 */
final class SearchIndex {
    /** File of the documents, from the root of the site. */
    static final String FILE = "assets/search-data.js";

    private static final String SKIPPED =
            ".permalink, .run-line, .conum, sup.footnote, sup.footnoteref, .footnote-back, script,"
                    + " style, .woven-html, .index, .copy";
    private static final Pattern QUOTED = Pattern.compile("[\"\u201c]([^\"\u201d]+)[\"\u201d]");
    private static final Pattern AFTER_YEAR =
            Pattern.compile("\\((?:\\d{4}|n\\.d\\.)[^)]*\\)\\. (.+?)\\.(?: |$)");
    private static final int LONGEST_FORMULA = 24;
    private static final int LONGEST_TITLE = 90;

    private final List<SearchDocument> documents = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    /** What is being collected: one document, with all that precedes the next heading. */
    private final class Open {
        private final SearchDocument head;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder code = new StringBuilder();

        Open(SearchDocument head) {
            this.head = head;
        }

        void close() {
            documents.add(
                    new SearchDocument(
                            head.kind(),
                            head.page(),
                            head.anchor(),
                            head.title(),
                            head.within(),
                            tidy(text),
                            code.toString().strip()));
        }
    }

    private Page page;
    private Open open;

    /** Take in a page whose links are final. */
    void add(Page shown, Element main) {
        add(documents(shown, main));
    }

    /** What can be found on a page whose links are final, as it travels. */
    List<String> documents(Page shown, Element main) {
        documents.clear();
        page = shown;
        String top = shown.kind() == Page.Kind.LANDING ? "" : shown.fullTitle();
        open = top.isEmpty() ? null : open(SearchDocument.Kind.CHAPTER, "", top);
        walk(main);
        close();
        return documents.stream().map(SearchDocument::json).toList();
    }

    /** Take in the documents of a page as they travel. */
    void add(List<String> own) {
        all.addAll(own);
    }

    private Open open(SearchDocument.Kind kind, String anchor, String title) {
        String within = kind == SearchDocument.Kind.CHAPTER ? "" : page.fullTitle();
        return new Open(new SearchDocument(kind, page.file(), anchor, title, within, "", ""));
    }

    private void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private void walk(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                append(text.getWholeText());
            } else if (child instanceof Element element && !element.is(SKIPPED)) {
                take(element);
            }
        }
    }

    private void take(Element element) {
        String name = element.normalName();
        if (name.matches("h[1-6]")) {
            heading(element);
        } else if (name.equals("svg")) {
            picture(element);
        } else if (name.equals("pre")) {
            if (open != null) {
                open.code.append(element.wholeText().strip()).append('\n');
            }
        } else if (name.equals("li") && element.closest(".bibliography") != null) {
            apart(SearchDocument.Kind.SOURCE, element, element, sourceTitle(element));
        } else if (name.equals("dt") && element.selectFirst("[id]") != null) {
            Element meaning = element.nextElementSibling();
            Element body = meaning == null ? element : meaning;
            apart(SearchDocument.Kind.TERM, element, body, Headings.plain(element));
        } else if (!explained(element)) {
            boolean block = element.isBlock() || name.matches("t[dh]|caption|tr");
            append(block ? "\n" : "");
            walk(element);
            append(block ? "\n" : "");
        }
    }

    /** Whether an element is the meaning of a term that is found by itself. */
    private static boolean explained(Element element) {
        Element term = element.previousElementSibling();
        return element.normalName().equals("dd")
                && term != null
                && term.normalName().equals("dt")
                && term.selectFirst("[id]") != null;
    }

    private void heading(Element heading) {
        boolean top = heading.normalName().equals("h1");
        if (!top && heading.hasAttr("id")) {
            close();
            String title = heading.hasClass("discrete") ? "" : Headings.plain(heading);
            open = open(SearchDocument.Kind.SECTION, heading.id(), title);
        }
    }

    /** A formula by its source where that is short, a picture by its description. */
    private void picture(Element svg) {
        String label = svg.attr("aria-label");
        if (svg.hasClass("picture")) {
            append("\n" + label + "\n");
        } else {
            append(label.length() <= LONGEST_FORMULA ? label : "…");
        }
    }

    /** An entry is found by itself, not as a part of the section it is in. */
    private void apart(SearchDocument.Kind kind, Element entry, Element body, String title) {
        Open around = open;
        Element anchor = entry.hasAttr("id") ? entry : entry.selectFirst("[id]");
        open = open(kind, anchor == null ? "" : anchor.id(), title);
        walk(body);
        close();
        open = around;
    }

    private static String sourceTitle(Element entry) {
        String plain = Headings.plain(entry);
        Matcher quoted = QUOTED.matcher(plain);
        // styles of citation set "et al." in italics too
        String emphasised =
                entry.select("em").stream()
                        .map(Headings::plain)
                        .filter(text -> !text.startsWith("et al"))
                        .findFirst()
                        .orElse("");
        String title = emphasised.isEmpty() ? plain : emphasised;
        if (quoted.find() && (emphasised.isEmpty() || quoted.start() < plain.indexOf(emphasised))) {
            title = quoted.group(1);
        }
        Matcher dated = AFTER_YEAR.matcher(plain);
        if (entry.selectFirst(".source") != null && dated.find()) {
            title = dated.group(1);
        }
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
    }

    private void append(String text) {
        if (open != null) {
            open.text.append(text);
        }
    }

    private static String tidy(StringBuilder text) {
        return text.toString()
                .replace('\u00a0', ' ')
                .lines()
                .map(line -> line.replaceAll("[ \\t]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    int size() {
        return all.size();
    }

    /** A script that hands the documents to the search. */
    String script() {
        return all.stream()
                .collect(Collectors.joining(",\n", "self.lecternDocuments = [\n", "\n];\n"));
    }
}
