package lectern.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All pages of a site: those of the book, and those the site adds.
 *
 * @param outline pages of the book
 * @param lists page of the lists, where there is anything to list
 * @param whole the whole book as one page
 * @param sources pages of the scripts by their paths
 */
record SitePlan(BookOutline outline, Optional<Page> lists, Page whole, Map<String, Page> sources) {

    static SitePlan of(BookTree tree) {
        BookOutline outline = BookOutline.of(tree.content());
        Optional<Page> lists =
                tree.lists().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Page.extra(
                                        Page.Kind.LISTS,
                                        "lists.html",
                                        String.join(", ", titles(tree.lists()))));
        Page whole = Page.extra(Page.Kind.BOOK, "book.html", "The whole book on one page");
        Map<String, Page> sources = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        outline.pages().forEach(page -> taken.add(page.file()));
        for (BookSources.ScriptText script : tree.book().sources().scripts()) {
            String stem = "source-" + Slugs.plain(words(script.name()));
            String file = stem + ".html";
            for (int n = 2; !taken.add(file); n++) {
                file = stem + "-" + n + ".html";
            }
            sources.put(script.path(), Page.extra(Page.Kind.SOURCE, file, script.name()));
        }
        return new SitePlan(outline, lists, whole, sources);
    }

    private static List<String> titles(List<BookLists.Group> groups) {
        List<String> titles = new ArrayList<>();
        for (BookLists.Group group : groups) {
            titles.add(titles.isEmpty() ? group.title() : group.title().toLowerCase(Locale.ROOT));
        }
        return titles;
    }

    private static String words(String file) {
        return file.replaceFirst("\\.java$", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
    }
}
