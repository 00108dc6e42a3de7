package lectern.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads code, formulas and diagrams between fences, and indented code. */
final class CodeBlocks {
    private static final Set<String> DIAGRAMS = Set.of("mermaid", "plantuml", "ditaa");
    private static final Pattern TITLE =
            Pattern.compile(
                    "(?:title|caption|filename|file)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s}]+))");
    private static final Pattern ROLES = Pattern.compile("(?:\\s*,\\s*[A-Za-z][\\w-]*)+");
    private static final Pattern LINES = Pattern.compile("(?:^|[\\s{])([\\d][\\d,-]*)(?:}|\\s|$)");

    private CodeBlocks() {}

    static Block fenced(FencedCodeBlock fence, int line) {
        String info = fence.getInfo().unescape().strip();
        String text = content(fence);
        String language = info.split("[\\s{,:=]", 2)[0];
        String rest = info.substring(language.length()).strip();
        if (language.isEmpty() && rest.startsWith("{")) {
            Matcher named = Pattern.compile("\\.([\\w+#-]+)").matcher(rest);
            language = named.find() ? named.group(1) : "";
        } else if (rest.startsWith(":")) {
            rest = "title=" + rest.substring(1);
        }
        String lower = language.toLowerCase(Locale.ROOT);
        Matcher title = TITLE.matcher(rest);
        String caption = "";
        if (title.find()) {
            for (int group = 1; group <= 3; group++) {
                caption = title.group(group) == null ? caption : title.group(group);
            }
        }
        if (lower.equals("math")) {
            return new Block.Listing("stem", "", "", caption, text.strip(), line);
        }
        if (DIAGRAMS.contains(lower)) {
            return new Block.Listing(lower, "", "", caption, text, line);
        }
        if (lower.equals("dot") || lower.equals("graphviz")) {
            return new Block.Listing("graphviz", "", "", caption, text, line);
        }
        String roles = "";
        if (rest.startsWith(",") && ROLES.matcher(rest).matches()) {
            roles = rest.replaceAll("[,\\s]+", ".");
        }
        boolean sayable = !language.isEmpty() && language.matches("[^\\s\"',=\\]\\[{}]+");
        String attributes = "";
        if (rest.startsWith("=")
                || rest.matches(".*\\b(?:linenums|numberLines|showLineNumbers)\\b.*")) {
            attributes += ",linenums";
        }
        Matcher lines = LINES.matcher(rest);
        if (rest.contains("{") && lines.find()) {
            attributes += ",highlight=\"" + lines.group(1) + "\"";
        }
        return new Block.Listing(
                sayable ? "source" + roles : "",
                sayable ? language : "",
                sayable ? attributes : "",
                caption,
                text,
                line);
    }

    static Block indented(IndentedCodeBlock code, int line) {
        String text = code.getContentChars().toString().replaceAll("(?:\\n[ \\t]*)+\\z", "");
        return new Block.Listing("", "", "", "", normal(text), line);
    }

    private static String content(Node fence) {
        StringBuilder text = new StringBuilder();
        for (var line : ((FencedCodeBlock) fence).getContentLines()) {
            text.append(line);
        }
        String all = normal(text.toString());
        return all.endsWith("\n") ? all.substring(0, all.length() - 1) : all;
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
