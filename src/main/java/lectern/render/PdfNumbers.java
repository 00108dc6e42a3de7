package lectern.render;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.extend.ContentFunction;
import com.openhtmltopdf.css.parser.FSFunction;
import com.openhtmltopdf.css.parser.PropertyValue;
import com.openhtmltopdf.layout.CounterFunction;
import com.openhtmltopdf.layout.FunctionData;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.RenderingContext;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import lectern.pdf.Elsewhere;
import org.w3c.dom.Element;

/**
 * Prints the numbers of pages in other parts. The engine lays text out with room for three digits
 * and asks for the number when it paints: by then all parts are laid out, and here it is told.
 */
final class PdfNumbers implements ContentFunction {
    private static final String NAME = "target-counter";

    private final IntUnaryOperator numbers;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfNumbers(IntUnaryOperator numbers) {
        this.numbers = numbers;
    }

    /**
     * Prepare what was laid out for painting.
     *
     * @param numbers number of the page of a link elsewhere, by its index
     */
    static void tell(Box root, IntUnaryOperator numbers) {
        new PdfNumbers(numbers).layer(root.getLayer());
    }

    private void layer(Layer layer) {
        box(layer.getMaster());
        layer.getFloats().forEach(this::box);
        layer.getChildren().forEach(this::layer);
    }

    private void box(Box box) {
        if (!seen.add(box)) {
            return;
        }
        for (int i = 0; i < box.getChildCount(); i++) {
            box(box.getChild(i));
        }
        if (box instanceof LineBox line) {
            line.getNonFlowContent().forEach(this::box);
        }
        if (box instanceof InlineLayoutBox inline) {
            for (int i = 0; i < inline.getInlineChildCount(); i++) {
                if (inline.getInlineChild(i) instanceof InlineText text) {
                    text(text);
                } else if (inline.getInlineChild(i) instanceof Box child) {
                    box(child);
                }
            }
        }
    }

    private void text(InlineText text) {
        FunctionData data = text.getFunctionData();
        if (data != null && data.getFunction().getName().equals(NAME) && link(text) >= 0) {
            text.setFunctionData(new FunctionData(this, data.getFunction()));
        }
    }

    private static int link(InlineText text) {
        for (Box at = text.getParent(); at != null; at = at.getParent()) {
            Element element = at.getElement();
            if (element != null) {
                return Elsewhere.index(element.getAttribute("href"));
            }
        }
        return -1;
    }

    @Override
    public String calculate(RenderingContext context, FSFunction function, InlineText text) {
        List<PropertyValue> parameters = function.getParameters();
        IdentValue style =
                parameters.size() > 2
                        ? IdentValue.valueOf(parameters.get(2).getStringValue())
                        : IdentValue.DECIMAL;
        return CounterFunction.createCounterText(
                style == null ? IdentValue.DECIMAL : style, numbers.applyAsInt(link(text)));
    }

    @Override
    public boolean isStatic() {
        return false;
    }

    @Override
    public String calculate(LayoutContext context, FSFunction function) {
        return null;
    }

    @Override
    public String getLayoutReplacementText() {
        return "999";
    }

    @Override
    public boolean canHandle(LayoutContext context, FSFunction function) {
        return false;
    }
}
