package lectern.highlight;

import java.util.Locale;
import java.util.Optional;

/** Finds the highlighter of a language by the name authors give it. */
public final class Highlighters {

    private Highlighters() {}

    /**
     * The highlighter of a language.
     *
     * @param language name as in {@code [source,java]}, in any case
     * @return empty when the language is shown without colours
     */
    public static Optional<Highlighter> forLanguage(String language) {
        return Optional.ofNullable(
                switch (language.toLowerCase(Locale.ROOT)) {
                    case "java" -> new JavaHighlighter();
                    case "console" -> new ShellHighlighter(true);
                    case "shell", "bash", "sh", "zsh" -> new ShellHighlighter(false);
                    case "xml", "html", "svg" -> new MarkupHighlighter();
                    case "json" -> new JsonHighlighter();
                    case "properties", "yaml", "yml" -> new PropertiesHighlighter();
                    case "asciidoc", "adoc" -> new AsciidocHighlighter();
                    default -> null;
                });
    }
}
