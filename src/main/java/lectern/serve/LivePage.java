package lectern.serve;

import lectern.text.Escapes;

/** Adds to a page of the site what keeps it up to date while it is served. */
final class LivePage {
    private static final String POLICY = "default-src 'none';";
    private static final String HEAD = "<head>";

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
            <main class="main"><p>There is no such page in the book, or not yet.</p></main>
            </body>
            </html>
            """;

    private LivePage() {}

    /**
     * The page as it is served.
     *
     * @param version of the site that the page is from; a later one tells it that it is old
     * @param token that its script may ask with
     */
    static String of(String html, long version, String token) {
        String added =
                "<meta name=\"lectern-version\" content=\""
                        + version
                        + "\">\n<meta name=\"lectern-token\" content=\""
                        + Escapes.attribute(token)
                        + "\">\n<link rel=\"stylesheet\" href=\"/_lectern/live.css\">\n"
                        + "<script src=\"/_lectern/live.js\" defer></script>\n";
        return html.replaceFirst(POLICY, POLICY + " connect-src 'self';")
                .replaceFirst(HEAD, HEAD + "\n" + added);
    }
}
