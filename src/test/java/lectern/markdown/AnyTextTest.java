package lectern.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import lectern.text.Escapes;
import org.junit.jupiter.api.Test;

/**
 * Whatever words a note has, AsciiDoc shows them and does nothing with them. The texts are the same
 * on every run; {@code -Dlectern.seed=N -Dlectern.texts=N} tries others, and more of them. What
 * that finds becomes an example below.
 */
class AnyTextTest {
    private static final List<String> PIECES =
            List.of(
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

    @Test
    void textsComeOutToTheCharacter() {
        Random random = new Random(Long.getLong("lectern.seed", 20261121));
        int count = Integer.getInteger("lectern.texts", 1500);
        for (int i = 0; i < count; i++) {
            textComesOutToTheCharacter(text(random));
        }
    }

    static void textComesOutToTheCharacter(String text) {
        List<String> lines = Lines.paragraph(List.of(new Inline.Text(text)));
        Asciidoctors.Page page = Asciidoctors.convert(String.join("\n", lines) + "\n");
        String expected = HtmlTree.of("<p>" + Escapes.attribute(text) + "</p>");
        assertThat(HtmlTree.of(page.html())).as(String.join("\n", lines)).isEqualTo(expected);
        assertThat(page.messages()).isEmpty();
    }

    @Test
    void dashesBetweenUnderscoresComeOut() {
        textComesOutToTheCharacter("_--__");
    }

    /** A text of up to twelve pieces. */
    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
