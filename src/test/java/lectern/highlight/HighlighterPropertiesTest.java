package lectern.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lectern.Work;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for every highlighter and any text at all. */
class HighlighterPropertiesTest {

    static final List<String> LANGUAGES =
            List.of("java", "console", "bash", "xml", "json", "yaml", "asciidoc");

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\"\"\"",
                    "'",
                    "\\",
                    "/*",
                    "/**",
                    "*/",
                    "//",
                    "///",
                    "\n",
                    "\r\n",
                    " ",
                    "<",
                    ">",
                    "&",
                    "&amp;",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "<?",
                    "]",
                    "[",
                    "=",
                    "==",
                    ":",
                    "::",
                    "-",
                    "--",
                    "#",
                    "$",
                    "${",
                    "}",
                    "$ ",
                    "@",
                    ".",
                    "0x",
                    "1e",
                    "+",
                    "when",
                    "case",
                    "record",
                    "sealed",
                    "non-sealed",
                    "yield",
                    "var",
                    "module",
                    "X",
                    "_",
                    "(",
                    "\t",
                    "|===",
                    "----",
                    "中",
                    "\uD800",
                    "\uDC00",
                    "\0",
                    "\u2028");

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> soup =
                Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
        return Arbitraries.oneOf(soup, Arbitraries.strings().all().ofMaxLength(100));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of(LANGUAGES);
    }

    @Property(tries = 5000)
    void textOfTheAnswerIsTheCode(
            @ForAll("anything") String code, @ForAll("languages") String language) {
        String html = Highlighters.forLanguage(language).orElseThrow().highlight(code);
        assertThat(text(html)).isEqualTo(code);
    }

    @Property(tries = 2000)
    void everyLineClosesItsSpans(
            @ForAll("anything") String code, @ForAll("languages") String language) {
        String html = Highlighters.forLanguage(language).orElseThrow().highlight(code);
        for (String line : html.split("\n", -1)) {
            assertThat(line.replaceAll("<span class=\"hl-[a-z]\">[^<]*</span>", ""))
                    .doesNotContain("<");
        }
    }

    static final List<String> HOSTILE =
            List.of(
                    "\"",
                    "'",
                    "\"\"\"\n",
                    "/*",
                    "\\\"",
                    "<!--",
                    "<a ",
                    "<![CDATA[",
                    "\"a\" ",
                    "@a.",
                    "${\n",
                    "case when ",
                    "a.",
                    "non-",
                    "yield ",
                    "1e+",
                    "${",
                    "$ ",
                    "- ",
                    "=",
                    "var\t",
                    "&a");

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void megabyteOnOneLineTakesLinearTime(String piece) {
        String code = piece.repeat(1_000_000 / piece.length());
        for (String language : LANGUAGES) {
            Work.within(
                    Duration.ofSeconds(5),
                    () -> Highlighters.forLanguage(language).orElseThrow().highlight(code));
        }
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
