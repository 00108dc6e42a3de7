package lectern.serve;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import lectern.text.Escapes;

/** Adds to a page of the site what keeps it up to date while it is served. */
final class LivePage {
    private static final String POLICY = "default-src 'none';";
    private static final String HEAD = "<head>";
    // the first keeps the page up to date, and the others build on it
    private static final List<String> SCRIPTS = List.of("live.js", "runs.js", "edit.js");

    /** What is served before there is a page. */
    static final String WAITING =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            script-src 'self'; style-src 'self'; base-uri 'none'">
            <title>Lectern</title>
            </head>
            <body>
            <main class="main lectern-waiting"><p>There is no such page in the book, or not yet.</p></main>
            </body>
            </html>
            """;

    private LivePage() {}

    /**
     * The page as it is served.
     *
     * @param version of the site that the page is from; a later one tells it that it is old
     * @param token that its script may ask with
     * @param editor address that opens a file of the book, with {@code {file}} in it
     */
    static String of(String html, long version, String token, String editor) {
        String added =
                meta("version", Long.toString(version))
                        + meta("token", token)
                        + meta("editor", editor)
                        + "<link rel=\"stylesheet\" href=\"/_lectern/live.css\">\n"
                        + SCRIPTS.stream()
                                .map(
                                        name ->
                                                "<script src=\"/_lectern/"
                                                        + name
                                                        + "\" defer></script>\n")
                                .collect(Collectors.joining());
        return html.replaceFirst(POLICY, POLICY + " connect-src 'self';")
                .replaceFirst(HEAD, HEAD + "\n" + Matcher.quoteReplacement(added));
    }

    private static String meta(String name, String content) {
        String value = Escapes.attribute(content);
        return "<meta name=\"lectern-" + name + "\" content=\"" + value + "\">\n";
    }
}
