package lectern.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas as MathML Core, to the letter. */
class MathMlTest {
    private final MathMl mathMl = new MathMl();

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "x # <mi>x</mi>",
                "x_1^2 # <msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>",
                "\\frac12 # <mfrac><mn>1</mn><mn>2</mn></mfrac>",
                "\\tfrac{1}{2} # <mfrac><mn>1</mn><mn>2</mn></mfrac>",
                "\\sqrt x # <msqrt><mi>x</mi></msqrt>",
                "10{,}000 # <mn>10,000</mn>",
                "1\\,000{,}00 # <mn>1</mn><mn>000</mn><mo>,</mo><mn>00</mn>",
                "\\text{if }a \\to b # <mrow><mtext>if</mtext><mtext>\u00a0</mtext></mrow><mi>a</mi><mo>\u2192</mo><mi>b</mi>",
                "\\operatorname{softmax} # <mi>softmax</mi>",
                "\\mathrm{d} # <mi mathvariant=\"normal\">d</mi>",
                "\\frac{\\mathrm{d}x}{y} z # <mfrac><mrow><mi mathvariant=\"normal\">d</mi><mi>x</mi></mrow><mi>y</mi></mfrac><mi>z</mi>",
                "\\mathrm{in}_i x # <msub><mi>in</mi><mi>i</mi></msub><mi>x</mi>",
                "10^{-3} - x # <msup><mn>10</mn><mn>\u22123</mn></msup><mo>\u2212</mo><mi>x</mi>",
                "\\underbrace{x}_{n} # <munder><munder accentunder=\"true\"><mi>x</mi><mo>\u23df</mo></munder><mi>n</mi></munder>",
                "\\mathbf x y # <mi>\ud835\udc31</mi><mi>y</mi>",
                "\\mathbf{W} # <mi>\ud835\udc16</mi>",
                "\\mathbb{R}^n # <msup><mi>\u211d</mi><mi>n</mi></msup>",
                "\\mathcal{LO} # <mi>\u2112</mi><mi>\ud835\udcaa</mi>",
                "\\Bigl( x \\Bigr) # <mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>",
                "[0, 1) # <mrow><mo>[</mo><mn>0</mn><mo>,</mo><mn>1</mn><mo>)</mo></mrow>",
                "\\left\\lceil x \\right\\rceil # <mo>\u2308</mo><mi>x</mi><mo>\u2309</mo>",
                "f'(x) < 1 # <msup><mi>f</mi><mo>\u2032</mo></msup><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow><mo>&lt;</mo><mn>1</mn>",
                "\\hat x # <mover accent=\"true\"><mi>x</mi><mo>^</mo></mover>",
                "a \\bmod b # <mi>a</mi><mi>mod</mi><mi>b</mi>",
                "\\binom{n}{k} # <mrow><mo>(</mo><mtable><mtr><mtd><mi>n</mi></mtd></mtr><mtr><mtd><mi>k</mi></mtd></mtr></mtable><mo>)</mo></mrow>",
            })
    void formulaIsMathMl(String latex, String expected) {
        assertThat(mathMl.of(latex, false)).isEqualTo("<math>" + expected + "</math>");
    }

    @Test
    void alignedRowsAreRowsOfATable() {
        assertThat(mathMl.of("\\begin{aligned} a &= b \\\\[2pt] c &= d \\end{aligned}", true))
                .isEqualTo(
                        "<math display=\"block\"><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo>"
                                + "<mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mo>=</mo>"
                                + "<mi>d</mi></mtd></mtr></mtable></math>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\cancel{x}", "\\check{x}", "\\substack{a \\\\ b}", "\\phantom{x}"})
    void formulaThatIsNotUnderstoodHasNone(String latex) {
        assertThat(mathMl.of(latex, true)).isEmpty();
    }

    @Test
    void pictureOfAFormulaBringsIt() {
        assertThat(new MathRenderer().render("x", true).mathml())
                .isEqualTo("<math display=\"block\"><mi>x</mi></math>");
    }
}
