package lectern.render;

import org.jsoup.nodes.Document;

/**
 * What a book says about its site.
 *
 * @param url address of the site with a slash at its end, from {@code site-url}; may be empty
 * @param budget most that a chapter may weigh, compressed and without its figures, in KB of 1000
 *     bytes, from {@code site-budget}; 250 otherwise
 * @param repository address of the repository, from {@code repo-url}; may be empty
 * @param branch that readers see and edit, from {@code repo-branch}; {@code main} otherwise
 */
record SiteSettings(String url, int budget, String repository, String branch) {
    private static final int BUDGET = 250;

    static SiteSettings of(Document document) {
        String url = meta(document, "site-url");
        String budget = meta(document, "site-budget");
        String branch = meta(document, "repo-branch");
        return new SiteSettings(
                url.isEmpty() || url.endsWith("/") ? url : url + "/",
                budget.matches("\\d{1,6}") ? Integer.parseInt(budget) : BUDGET,
                meta(document, "repo-url").replaceFirst("/$", ""),
                branch.isEmpty() ? "main" : branch);
    }

    private static String meta(Document document, String name) {
        return document.head().select("meta[name=lectern-" + name + "]").attr("content").strip();
    }

    /** Address of a page. */
    String address(String file) {
        return url + (file.equals("index.html") ? "" : file);
    }

    /** Address where a file of the repository can be edited. */
    String edit(String path) {
        return repository + "/edit/" + branch + "/" + path;
    }

    /** Address of the history of a file of the repository. */
    String history(String path) {
        return repository + "/commits/" + branch + "/" + path;
    }
}
