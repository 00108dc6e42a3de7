package lectern.figure;

import org.jetbrains.letsPlot.commons.encoding.UnsupportedRGBEncoder;
import org.jetbrains.letsPlot.core.plot.base.render.svg.SvgUID;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/**
 * Draws figures with Lets-Plot, all in one style.
 *
 * <p>The same specification gives the same bytes. Thread-safe: one figure is drawn at a time, as
 * Lets-Plot counts its ids for the whole process.
 */
public final class FigureRenderer {
    /** To be raised when the same specification gives another picture. */
    public static final int VERSION = 1;

    /**
     * Draw a figure.
     *
     * @param json the specification: {@code alt}, {@code width} and {@code height} in px, and
     *     {@code plot} for Lets-Plot, without style
     * @return an SVG file that follows the reader's light or dark setting when shown by itself;
     *     {@link SvgInline} makes it ready to stand in a page
     * @throws FigureException if the specification is wrong
     */
    public String render(String json) {
        FigureSpec figure = FigureSpec.parse(json);
        HouseStyle.dress(figure);
        return new SvgTidy(figure).tidy(draw(figure));
    }

    /**
     * What one sees, as the specification says it.
     *
     * @throws FigureException if the specification is wrong
     */
    public String alt(String json) {
        return FigureSpec.parse(json).alt();
    }

    private static String draw(FigureSpec figure) {
        synchronized (SvgUID.INSTANCE) {
            SvgUID.INSTANCE.setUpForTest();
            try {
                return PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                        figure.plot(), null, new UnsupportedRGBEncoder(), true);
            } catch (RuntimeException e) {
                String said = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
                throw new FigureException("the plot cannot be drawn: " + said);
            }
        }
    }
}
