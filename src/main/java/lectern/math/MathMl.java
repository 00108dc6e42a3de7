package lectern.math;

import java.io.IOException;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleLogicException;
import uk.ac.ed.ph.snuggletex.SnuggleRuntimeException;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/**
 * Formulas as MathML, which screen readers speak part by part; by SnuggleTeX, as far as it goes.
 *
 * <p>Not for several threads.
 */
final class MathMl {
    private final SnuggleEngine engine = new SnuggleEngine();

    /**
     * Convert a formula.
     *
     * @param latex LaTeX without delimiters
     * @param display true for a formula on a line of its own
     * @return a {@code math} element of MathML Core, without a namespace; empty when the formula
     *     says something that has no counterpart here
     */
    String of(String latex, boolean display) {
        SnuggleSession session = engine.createSession();
        String input = SnuggleDialect.macros() + "$" + SnuggleDialect.of(latex.strip()) + "$";
        try {
            session.parseInput(new SnuggleInput(input));
            NodeList found = session.buildDOMSubtree();
            if (!session.getErrors().isEmpty() || found.getLength() != 1) {
                return "";
            }
            Node math = found.item(0);
            return "math".equals(math.getLocalName()) ? MathMlCore.of(math, display) : "";
        } catch (SnuggleRuntimeException
                | SnuggleLogicException
                | UnsupportedOperationException e) {
            return "";
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory is read without a fault", e);
        }
    }
}
