package lectern.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lectern.text.Escapes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever words a note has, AsciiDoc shows them and does nothing with them. */
class AnyTextTest {
    // the same texts on every run: what a fresh seed finds becomes an example below
    @Property(tries = 1500, seed = "20261121")
    void textComesOutToTheCharacter(@ForAll("texts") String text) {
        List<String> lines = Lines.paragraph(List.of(new Inline.Text(text)));
        Asciidoctors.Page page = Asciidoctors.convert(String.join("\n", lines) + "\n");
        String expected = HtmlTree.of("<p>" + Escapes.attribute(text) + "</p>");
        assertThat(HtmlTree.of(page.html())).as(String.join("\n", lines)).isEqualTo(expected);
        assertThat(page.messages()).isEmpty();
    }

    @Example
    void dashesBetweenUnderscoresComeOut() {
        textComesOutToTheCharacter("_--__");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece =
                Arbitraries.of(
                        "a",
                        "b c",
                        "word",
                        "中文",
                        "。",
                        "😀",
                        " ",
                        " ",
                        " ",
                        "1",
                        ". ",
                        "*",
                        "**",
                        "_",
                        "__",
                        "#",
                        "##",
                        "`",
                        "``",
                        "+",
                        "++",
                        "+++",
                        "^",
                        "~",
                        "{attr}",
                        "{set:x:y}",
                        "{empty}",
                        "<<x>>",
                        "[[y]]",
                        "((z))",
                        "[",
                        "]",
                        "(",
                        ")",
                        "|",
                        "::",
                        ";;",
                        ":",
                        ";",
                        "...",
                        "--",
                        " -- ",
                        "->",
                        "=>",
                        "<-",
                        "<=",
                        "(C)",
                        "(TM)",
                        "'",
                        "\"",
                        "\\",
                        "&copy;",
                        "&#42;",
                        "&",
                        "<",
                        ">",
                        "$$",
                        "http://a.b",
                        "https://x.org/",
                        "a@b.cd",
                        "link:x[y]",
                        "image:x[y]",
                        "pass:[z]",
                        "stem:[q]",
                        "footnote:[f]",
                        "xref:x[y]",
                        "include::/etc/passwd[]",
                        "ifdef::x[]",
                        "image::x[]",
                        ":name: v",
                        "NOTE: ",
                        "= ",
                        ".x",
                        "//",
                        "----",
                        "====",
                        "|===",
                        "'''",
                        "<1>",
                        "[.x]",
                        "+\n",
                        "\n",
                        "- ",
                        "* ",
                        "a. ",
                        "?",
                        "! ",
                        "=",
                        "$",
                        "%",
                        ",",
                        "-",
                        "@",
                        "/",
                        "'`",
                        "`'",
                        "\"`",
                        "`\"");
        return piece.list().ofMinSize(1).ofMaxSize(12).map(parts -> String.join("", parts));
    }
}
