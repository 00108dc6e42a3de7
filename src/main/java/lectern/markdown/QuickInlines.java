package lectern.markdown;

import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.InlineParserFactory;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flexmark's parser of running text, in time linear in the length of a paragraph.
 *
 * <p>Flexmark copies the paragraph at every match and looks to its end for each mark that has no
 * partner. This parser reads the same text from one copy and knows beforehand which marks have
 * partners. Beyond it, two limits hold: brackets in the target of a link nest at most {@value
 * #MOST_BRACKETS} deep, as in cmark, and a title has at most {@value #LONGEST_TITLE} characters.
 */
final class QuickInlines extends CommonmarkInlineParser {
    static final int MOST_BRACKETS = 32;
    static final int LONGEST_TITLE = 1000;

    private static final Pattern ANGLES = Pattern.compile("^<(?:[^<>\\n\\\\]|\\\\.)*+>");

    private String text;
    private final Map<Integer, Integer> lastTicks = new HashMap<>();
    private final Map<String, Integer> lastPlaces = new HashMap<>();

    private QuickInlines(
            DataHolder options,
            BitSet special,
            BitSet delimiters,
            Map<Character, DelimiterProcessor> processors,
            LinkRefProcessorData references,
            List<InlineParserExtensionFactory> extensions) {
        super(options, special, delimiters, processors, references, extensions);
    }

    static InlineParserFactory factory() {
        return QuickInlines::make;
    }

    private static InlineParser make(
            DataHolder options,
            BitSet special,
            BitSet delimiters,
            Map<Character, DelimiterProcessor> processors,
            LinkRefProcessorData references,
            List<InlineParserExtensionFactory> extensions) {
        return new QuickInlines(options, special, delimiters, processors, references, extensions);
    }

    @Override
    public void parse(BasedSequence content, Node parent) {
        text = content.trim().toString();
        lastPlaces.clear();
        lastTicks.clear();
        super.parse(content, parent);
        text = null;
    }

    @Override
    protected int parseReference(Block parent, BasedSequence content) {
        text = null;
        lastPlaces.clear();
        return super.parseReference(parent, content);
    }

    private Matcher matched(Pattern pattern) {
        if (index >= input.length()) {
            return null;
        }
        Matcher matcher = pattern.matcher(text == null ? input : text);
        matcher.region(index, input.length());
        boolean found = pattern.pattern().startsWith("^") ? matcher.lookingAt() : matcher.find();
        return found ? matcher : null;
    }

    @Override
    public BasedSequence match(Pattern pattern) {
        Matcher matcher = matched(pattern);
        if (matcher == null) {
            return null;
        }
        index = matcher.end();
        return input.subSequence(matcher.start(), matcher.end());
    }

    @Override
    public BasedSequence[] matchWithGroups(Pattern pattern) {
        Matcher matcher = matched(pattern);
        if (matcher == null) {
            return null;
        }
        index = matcher.end();
        BasedSequence[] groups = new BasedSequence[matcher.groupCount() + 1];
        for (int i = 0; i < groups.length; i++) {
            if (matcher.start(i) >= 0) {
                groups[i] = input.subSequence(matcher.start(i), matcher.end(i));
            }
        }
        return groups;
    }

    @Override
    public Matcher matcher(Pattern pattern) {
        Matcher matcher = matched(pattern);
        if (matcher != null) {
            index = matcher.end();
        }
        return matcher;
    }

    @Override
    protected boolean parseBackticks() {
        if (lastTicks.isEmpty()) {
            for (int i = 0; i < text.length(); i++) {
                int from = i;
                while (i < text.length() && text.charAt(i) == '`') {
                    i++;
                }
                lastTicks.put(i - from, from);
            }
        }
        int end = index;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        if (lastTicks.getOrDefault(end - index, -1) > index) {
            return super.parseBackticks();
        }
        appendText(input.subSequence(index, end));
        index = end;
        return true;
    }

    @Override
    public boolean parseAutolink() {
        return ahead(">") && super.parseAutolink();
    }

    @Override
    public boolean parseHtmlInline() {
        if (starts("<!--")) {
            return comment();
        }
        String end = starts("<?") ? "?>" : starts("<![CDATA[") ? "]]>" : ">";
        return ahead(end) && super.parseHtmlInline();
    }

    /** A comment ends at the first sign for its end, be it part of the sign for its start. */
    private boolean comment() {
        int end = starts("<!-->") ? index + 5 : starts("<!--->") ? index + 6 : -1;
        if (end < 0 && ahead("-->")) {
            end = text.indexOf("-->", index + 4) + 3;
        }
        if (end < index) {
            return false;
        }
        appendNode(new HtmlInlineComment(input.subSequence(index, end)));
        index = end;
        return true;
    }

    private boolean starts(String start) {
        return text.startsWith(start, index);
    }

    /** Whether something occurs in the rest of the text. */
    private boolean ahead(String end) {
        return lastPlaces.computeIfAbsent(end, text::lastIndexOf) > index;
    }

    @Override
    public BasedSequence parseLinkDestination() {
        if (peek() == '<') {
            return match(ANGLES);
        }
        int open = 0;
        for (int i = index; i < input.length() && input.charAt(i) > ' '; i++) {
            char c = input.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(' && ++open > MOST_BRACKETS) {
                return null;
            } else if (c == ')' && --open < 0) {
                break;
            }
        }
        return super.parseLinkDestination();
    }

    @Override
    public BasedSequence parseLinkTitle() {
        char start = peek();
        if (text == null && index > 0 && input.charAt(index - 1) == '>') {
            return null; // a title stands apart from the target of a definition
        }
        char end = start == '(' ? ')' : start;
        int limit = Math.min(input.length(), index + LONGEST_TITLE);
        for (int i = index + 1; i < limit; i++) {
            char c = input.charAt(i);
            if (c == end) {
                return super.parseLinkTitle();
            }
            i += c == '\\' ? 1 : 0;
        }
        return null;
    }

    @Override
    public void processDelimiters(Delimiter bottom) {
        if (lastDelimiter != bottom) {
            super.processDelimiters(bottom);
        }
    }
}
