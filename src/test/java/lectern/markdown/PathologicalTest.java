package lectern.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text made to keep a parser busy ends soon. Each takes well under a second on a quiet machine; the
 * limit only tells linear from quadratic on one that is busy.
 */
class PathologicalTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MANY = 100_000;

    private static String convert(String markdown) {
        return assertTimeoutPreemptively(
                LIMIT, () -> new MarkdownImporter(false).convert(markdown).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "![",
                "[a](",
                "[a](<b",
                "[a](b ",
                "[a](b \"",
                "[a](b (",
                "a](",
                "[[",
                "[[a|",
                "**a ",
                "*a_ ",
                "a** ",
                "~~a ",
                "a_",
                "` ",
                "`a``b",
                "> ",
                "- ",
                "1. ",
                "<",
                "<a ",
                "<a x=\"",
                "x <!-- ",
                "x <!A ",
                "x <? ",
                "x <![CDATA[ ",
                "x<b>",
                "&",
                "\\",
                "$",
                "$a ",
                "$$a ",
                ":a",
                "[^a]",
                "www.",
                "http://",
                "a@",
                "a.",
                "a--",
                "(",
                ")",
                "」",
                "。",
                "{set:",
                "<<",
                "((",
                "pass:",
                "::",
                "'",
                "\"",
                "+",
                "^a",
                "#a",
                "...",
                "[x]: y ",
                "|",
                "中文",
                "w",
            })
    void pieceRepeatedOnOneLineEndsSoon(String piece) {
        String text = convert(piece.repeat(MANY));
        assertThat(text).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n",
                "a\n\n",
                "中\n",
                "# a\n",
                "- a\n",
                "|a|b|\n",
                "```\n",
                "<div>\n\n",
                "***\n",
                "<details>\n\n",
                "[^a]: x\n\n",
                "[x]: y\n",
                "a\n: b\n\n",
                "> [!NOTE]\n> a\n\n"
            })
    void linesRepeatedEndSoon(String lines) {
        assertThat(convert(lines.repeat(MANY / 10))).isNotEmpty();
    }

    @Test
    void backquotesInRunsOfAllLengthsEndSoon() {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(1, 600).forEach(i -> text.append("e").append("`".repeat(i)));
        assertThat(convert(text.toString())).startsWith("e{backtick}e{backtick}{backtick}e");
    }

    @Test
    void listsAndQuotesInOneAnotherEndSoonAndKeepTheirText() {
        StringBuilder lists = new StringBuilder();
        IntStream.range(0, 300).forEach(i -> lists.append("  ".repeat(i)).append("- x\n"));
        assertThat(convert(lists.toString()).chars().filter(c -> c == 'x').count()).isEqualTo(300);
        StringBuilder quotes = new StringBuilder();
        IntStream.range(0, 300).forEach(i -> quotes.append("> ".repeat(i)).append("x\n"));
        assertThat(convert(quotes.toString()).chars().filter(c -> c == 'x').count()).isEqualTo(300);
    }

    @Test
    void stylesInOneAnotherEndSoonAndKeepTheirWords() {
        String deep = "*q **q ".repeat(5_000) + "b" + " q** q*".repeat(5_000);
        assertThat(convert(deep).chars().filter(c -> c == 'q').count()).isEqualTo(20_000);
        String tags = "<b>".repeat(10_000) + "x" + "</b>".repeat(10_000);
        assertThat(convert(tags)).contains("x");
    }

    @Test
    void styleTooDeepIsReported() {
        String deep = "*a **a ".repeat(20) + "b" + " a** a*".repeat(20);
        assertThat(new MarkdownImporter(false).convert(deep).losses())
                .containsExactly(new Loss(1, "style", "it lies in 30 others; its words are kept"));
    }
}
