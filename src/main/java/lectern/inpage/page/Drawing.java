package lectern.inpage.page;

import lectern.figure.FigureException;
import lectern.figure.FigureRenderer;
import lectern.figure.SvgInline;
import org.teavm.jso.JSBody;

/** The module that draws figures in the page: the build's own renderer, compiled. */
public final class Drawing {
    private Drawing() {}

    /**
     * Draw a figure and hand it to the host.
     *
     * @param args the specification, and what goes before every id of the picture
     */
    public static void main(String[] args) {
        try {
            drawn(SvgInline.inline(new FigureRenderer().render(args[0]), args[1]));
        } catch (FigureException e) {
            refused(e.getMessage());
        }
    }

    @JSBody(params = "svg", script = "lecternHost.drawn(svg);")
    private static native void drawn(String svg);

    @JSBody(params = "why", script = "lecternHost.refused(why);")
    private static native void refused(String why);
}
