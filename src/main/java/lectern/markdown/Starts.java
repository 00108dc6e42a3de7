package lectern.markdown;

import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.Set;

/** Factories of blocks that keep flexmark's time linear in the length of a file. */
final class Starts {
    private Starts() {}

    /**
     * Headings. Flexmark copies the paragraph so far at each of its lines that begins with no
     * letter, to see whether that line underlines it; here only lines that could do so count.
     */
    static final class Headings implements CustomBlockParserFactory {
        private final HeadingParser.Factory flexmark = new HeadingParser.Factory();

        @Override
        public BlockParserFactory apply(DataHolder options) {
            BlockParserFactory headings = flexmark.apply(options);
            return (state, matched) ->
                    possible(state) ? headings.tryStart(state, matched) : BlockStart.none();
        }

        private static boolean possible(ParserState state) {
            int place = state.getNextNonSpaceIndex();
            return place < state.getLine().length()
                    && "#=-".indexOf(state.getLine().charAt(place)) >= 0;
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return flexmark.getAfterDependents();
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return flexmark.getBeforeDependents();
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }

    /** Blocks in more than {@value #MOST} others are read as text: nobody meant them. */
    static final class Depth implements CustomBlockParserFactory {
        static final int MOST = 100;

        @Override
        public BlockParserFactory apply(DataHolder options) {
            return Depth::start;
        }

        private static BlockStart start(ParserState state, MatchedBlockParser matched) {
            boolean deep = state.getActiveBlockParsers().size() > MOST;
            return !deep || matched.getBlockParser().isParagraphParser() || state.isBlank()
                    ? BlockStart.none()
                    : BlockStart.of(new ParagraphParser()).atIndex(state.getNextNonSpaceIndex());
        }

        @Override
        public Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of(BlockQuoteParser.Factory.class);
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
