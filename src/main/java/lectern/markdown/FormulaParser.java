package lectern.markdown;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads formulas between dollar signs. As in other tools, no blank may follow the first sign or
 * come before the last, and no digit may follow that: prices are no formulas.
 */
final class FormulaParser implements InlineParserExtension {
    private static final Pattern DISPLAY =
            Pattern.compile("^\\$\\$((?:[^$\\\\]|\\\\.){1,4000}+)\\$\\$", Pattern.DOTALL);
    private static final Pattern INLINE =
            Pattern.compile(
                    "^\\$(?![\\s$`])((?:[^$\\\\\\n]|\\\\.|\\n(?!\\s*\\n)){1,1000}+)(?<!\\s)\\$(?!\\d)",
                    Pattern.DOTALL);

    @Override
    public void finalizeDocument(InlineParser inlineParser) {}

    @Override
    public void finalizeBlock(InlineParser inlineParser) {}

    @Override
    public boolean parse(LightInlineParser inlines) {
        return take(inlines, DISPLAY, true) || take(inlines, INLINE, false);
    }

    private static boolean take(LightInlineParser inlines, Pattern pattern, boolean display) {
        BasedSequence[] groups = inlines.matchWithGroups(pattern);
        if (groups == null) {
            return false;
        }
        inlines.flushTextNode();
        inlines.getBlock()
                .appendChild(new FormulaNode(groups[0], groups[1].toString().strip(), display));
        return true;
    }

    /** Makes parsers; the dollar sign calls them. */
    static final class Factory implements InlineParserExtensionFactory {
        @Override
        public CharSequence getCharacters() {
            return "$";
        }

        @Override
        public InlineParserExtension apply(LightInlineParser inlines) {
            return new FormulaParser();
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
