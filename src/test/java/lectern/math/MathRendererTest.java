package lectern.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import lectern.fonts.AwtFonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathRendererTest {

    private final MathRenderer renderer = new MathRenderer();

    @BeforeAll
    static void installFonts() {
        AwtFonts.install(Path.of("docs-theme/fonts"), Path.of("target/test-fonts"));
    }

    @Test
    void letterIsOnePathOnTheBaseline() {
        MathPicture x = renderer.render("x", false);
        assertThat(x.svg())
                .startsWith(
                        "<svg class=\"math\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
                                + " aria-label=\"x\" viewBox=\"0 -12 572 454\" fill=\"currentColor\""
                                + " style=\"width:0.629em;height:0.499em;vertical-align:-0.012em\">"
                                + "<path d=\"m")
                .endsWith("z\"/></svg>")
                .containsOnlyOnce("<path");
        assertThat(x.depthEm()).isCloseTo(0.012, within(0.001));
    }

    @Test
    void heightOfSmallLettersIsThatOfTheTextFont() {
        MathPicture x = renderer.render("\\mathrm{x}", false);
        assertThat(x.heightEm() - x.depthEm()).isCloseTo(0.475, within(0.01));
    }

    @Test
    void fractionReachesUnderTheLine() {
        MathPicture half = renderer.render("\\frac{1}{2}", true);
        assertThat(half.depthEm()).isBetween(0.6, 0.9);
        assertThat(half.heightEm()).isBetween(1.8, 2.5);
    }

    @Test
    void displayIsLargerThanInline() {
        assertThat(renderer.render("\\sum_i x_i", true).heightEm())
                .isGreaterThan(1.5 * renderer.render("\\sum_i x_i", false).heightEm());
    }

    @Test
    void labelIsTheFormulaEscaped() {
        assertThat(renderer.render("a < b\n\\&\\text{\"c\"}", false).svg())
                .contains("aria-label=\"a &lt; b \\&amp;\\text{&quot;c&quot;}\"");
    }

    @Test
    void chineseIsDrawnWithTheBooksFont() {
        double one = renderer.render("\\text{计}", false).widthEm();
        double two = renderer.render("\\text{计算}", false).widthEm();
        assertThat(two - one).isCloseTo(1.1, within(0.05));
    }

    @Test
    void casesHaveAGapBeforeTheirConditionsAndOnlyThey() {
        assertThat(Cases.spaced("a&b \\begin{cases} 1 & x\\&y \\end{cases} c&d"))
                .isEqualTo("a&b \\begin{cases} 1 &\\quad  x\\&y \\end{cases} c&d");
    }

    @Test
    void colourOfTheTextIsKeptUnlessTheFormulaNamesOne() {
        assertThat(renderer.render("a\\textcolor{red}{b}", false).svg())
                .contains("<path d=\"", "<path fill=\"#ff0000\" d=\"");
    }

    @Test
    void sameFormulaGivesTheSameBytes() {
        String formula = "\\left[\\begin{matrix}a&b\\\\c&d\\end{matrix}\\right]^{-1}";
        assertThat(renderer.render(formula, true)).isEqualTo(renderer.render(formula, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    \\foo{x}        | unknown command '\\foo' in formula '\\foo{x}'
                    \\frac{a        | '{' at column 6 is not closed in formula '\\frac{a'
                    a}+\\{          | '}' at column 2 closes nothing in formula 'a}+\\{'
                    \\left( x       | '\\left' without '\\right' in formula '\\left( x'
                    x \\right)      | '\\right' without '\\left' in formula 'x \\right)'
                    \\begin{foo} x  | unknown environment 'foo' in formula '\\begin{foo} x'
                    \\begin{matrix} | '\\begin{matrix}' without '\\end{matrix}' in formula '\\begin{matrix}'
                    x \\end{matrix} | '\\end' without '\\begin' in formula 'x \\end{matrix}'
                    a & b           | character '&' is only available in array mode in formula 'a & b'
                    `  `            | empty formula
                    """)
    void wrongFormulaIsExplained(String formula, String message) {
        assertThatExceptionOfType(MathException.class)
                .isThrownBy(() -> renderer.render(formula, false))
                .withMessage(message);
    }
}
