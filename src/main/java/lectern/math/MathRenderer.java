package lectern.math;

import java.awt.Color;
import java.awt.Insets;
import java.lang.Character.UnicodeBlock;
import java.util.List;
import java.util.Locale;
import org.scilab.forge.jlatexmath.JMathTeXException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Sets formulas with JLaTeXMath and keeps their outlines, so that no reader needs a font for them.
 *
 * <p>Chinese in {@code \text{}} needs {@code lectern.fonts.AwtFonts.install} first. Thread-safe:
 * one formula is set at a time, as JLaTeXMath keeps state of its own.
 */
public final class MathRenderer {

    /** Units of the picture per em of the formula; fine enough to round outlines to integers. */
    private static final int UNITS = 1000;

    /** x-height of Source Serif 4 (0.475 em) by that of Computer Modern (0.431 em). */
    private static final double SCALE = 1.1;

    private static final MathMl MATHML = new MathMl();

    static {
        for (UnicodeBlock block :
                List.of(
                        UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
                        UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
                        UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS)) {
            TeXFormula.registerExternalFont(block, "Noto Sans SC");
        }
    }

    /**
     * Set one formula.
     *
     * @param latex LaTeX without delimiters
     * @param display true for a formula on a line of its own: large operators, limits above
     * @throws MathException if it does not parse
     */
    public MathPicture render(String latex, boolean display) {
        synchronized (MathRenderer.class) {
            return picture(latex, MATHML.of(latex, display), typeset(latex, display));
        }
    }

    private static TeXIcon typeset(String latex, boolean display) {
        if (latex.isBlank()) {
            throw new MathException("empty formula");
        }
        Braces.check(latex);
        try {
            int style = display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
            TeXIcon icon = new TeXFormula(Cases.spaced(latex)).createTeXIcon(style, UNITS);
            icon.setInsets(new Insets(0, 0, 0, 0), true);
            icon.setForeground(Color.BLACK);
            return icon;
        } catch (JMathTeXException e) {
            throw new MathException(Complaint.of(e.getMessage(), latex));
        } catch (RuntimeException e) {
            throw new MathException(Complaint.of(null, latex));
        }
    }

    private static MathPicture picture(String latex, String mathml, TeXIcon icon) {
        var recorder = new PathRecorder();
        icon.paintIcon(null, recorder, 0, 0);
        Extent extent =
                recorder.extent(new Extent(0, 0, icon.getIconWidth(), icon.getIconHeight()));
        double em = SCALE / UNITS;
        double depth = (icon.getIconDepth() + extent.bottom() - icon.getIconHeight()) * em;
        double width = extent.width() * em;
        double height = extent.height() * em;
        String svg =
                String.format(
                        Locale.ROOT,
                        "<svg class=\"math\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
                                + " aria-label=\"%s\" viewBox=\"%d %d %d %d\" fill=\"currentColor\""
                                + " style=\"width:%.3fem;height:%.3fem;vertical-align:%.3fem\">%s</svg>",
                        Xml.attribute(latex.strip()),
                        extent.left(),
                        extent.top(),
                        extent.width(),
                        extent.height(),
                        width,
                        height,
                        -depth + 0.0,
                        recorder.paths());
        return new MathPicture(svg, mathml, width, height, depth);
    }
}
