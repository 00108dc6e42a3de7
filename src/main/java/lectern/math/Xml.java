package lectern.math;

/** Escapes text for XML. */
final class Xml {

    private Xml() {}

    /** Text for between double quotes; line ends become blanks, as XML reads them. */
    static String attribute(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '"' -> escaped.append("&quot;");
                                case '\n', '\r', '\t' -> escaped.append(' ');
                                default -> escaped.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
                            }
                        });
        return escaped.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isCharacter(int c) {
        return c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
    }
}
