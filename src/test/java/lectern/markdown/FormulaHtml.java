package lectern.markdown;

import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import java.util.Set;

/** Shows formulas as Asciidoctor does. */
final class FormulaHtml {
    private FormulaHtml() {}

    static NodeRendererFactory factory() {
        return options -> FormulaHtml.renderer();
    }

    private static NodeRenderer renderer() {
        return () ->
                Set.of(
                        new NodeRenderingHandler<>(
                                FormulaNode.class,
                                (node, context, html) -> {
                                    boolean block =
                                            node.display()
                                                    && node.getPrevious() == null
                                                    && node.getNext() == null;
                                    html.text(
                                            (block ? "\\[" : "\\(")
                                                    + node.tex()
                                                            .replaceAll(
                                                                    block
                                                                            ? "\\s*\\n\\s*"
                                                                            : "\\s*\\n\\s*",
                                                                    " ")
                                                    + (block ? "\\]" : "\\)"));
                                }));
    }
}
