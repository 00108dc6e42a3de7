package lectern.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightersTest {

    @Test
    void unknownLanguageHasNone() {
        assertThat(Highlighters.forLanguage("cobol")).isEmpty();
    }

    @Test
    void caseOfTheNameDoesNotMatter() {
        assertThat(Highlighters.forLanguage("Java")).isPresent();
    }

    @Test
    void consoleMarksCommandsButNoOutput() {
        assertThat(highlighted("console", "$ mvn -B verify \\\n    'a b' # all\nif - this\n"))
                .isEqualTo(
                        "<span class=\"hl-p\">$</span> <span class=\"hl-f\">mvn</span> <span"
                                + " class=\"hl-e\">-B</span> verify \\\n"
                                + "    <span class=\"hl-s\">'a b'</span> <span class=\"hl-c\">#"
                                + " all</span>\n"
                                + "if - this\n");
    }

    @Test
    void shellMarksEveryLine() {
        assertThat(highlighted("bash", "for f in $HOME/*; do ls --all \"$f\"; done"))
                .isEqualTo(
                        "<span class=\"hl-k\">for</span> f in <span"
                                + " class=\"hl-v\">$HOME</span>/*; <span class=\"hl-k\">do</span> <span"
                                + " class=\"hl-f\">ls</span> <span class=\"hl-e\">--all</span> <span"
                                + " class=\"hl-s\">\"$f\"</span>; <span class=\"hl-k\">done</span>");
    }

    @Test
    void xmlMarksElementsAttributesAndEntities() {
        assertThat(highlighted("xml", "<?xml?><a b='c'>x &lt; 1</a><!-- d -->"))
                .isEqualTo(
                        "<span class=\"hl-a\">&lt;?xml?&gt;</span>&lt;<span"
                                + " class=\"hl-g\">a</span> <span class=\"hl-e\">b</span>=<span"
                                + " class=\"hl-s\">'c'</span>&gt;x <span"
                                + " class=\"hl-v\">&amp;lt;</span> 1&lt;/<span"
                                + " class=\"hl-g\">a</span>&gt;<span class=\"hl-c\">&lt;!-- d"
                                + " --&gt;</span>");
    }

    @Test
    void jsonMarksKeysApartFromStrings() {
        assertThat(highlighted("json", "{\"a\" : [\"b\", -1.5e3, true]}"))
                .isEqualTo(
                        "{<span class=\"hl-e\">\"a\"</span> : [<span class=\"hl-s\">\"b\"</span>,"
                                + " <span class=\"hl-n\">-1.5e3</span>, <span"
                                + " class=\"hl-k\">true</span>]}");
    }

    @Test
    void propertiesAndYamlMarkKeys() {
        assertThat(highlighted("yaml", "# c\n- name: \"x\"\n  size: 3\nurl=http://x\n"))
                .isEqualTo(
                        "<span class=\"hl-c\"># c</span>\n"
                                + "- <span class=\"hl-e\">name</span>: <span"
                                + " class=\"hl-s\">\"x\"</span>\n"
                                + "  <span class=\"hl-e\">size</span>: <span"
                                + " class=\"hl-n\">3</span>\n"
                                + "<span class=\"hl-e\">url</span>=http://x\n");
    }

    @Test
    void asciidocMarksWhatStartsALine() {
        assertThat(highlighted("asciidoc", "= T\n:a: b\n[#c.cell]\n.Title\n----\ninclude::d[]\n"))
                .isEqualTo(
                        "<span class=\"hl-g\">= T</span>\n"
                                + "<span class=\"hl-e\">:a:</span> b\n"
                                + "<span class=\"hl-a\">[#c.cell]</span>\n"
                                + "<span class=\"hl-f\">.Title</span>\n"
                                + "<span class=\"hl-c\">----</span>\n"
                                + "<span class=\"hl-k\">include::</span>d[]\n");
    }

    private static String highlighted(String language, String code) {
        return Highlighters.forLanguage(language).orElseThrow().highlight(code);
    }
}
