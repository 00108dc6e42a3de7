package lectern.markdown;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.emoji.EmojiExtension;
import com.vladsch.flexmark.ext.emoji.EmojiImageType;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.ParserEmulationProfile;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/** The dialect of Markdown that is read: CommonMark, what code hosts add to it, and formulas. */
final class MarkdownParser {
    private final Parser parser;

    /**
     * Make a parser.
     *
     * @param blanks whether the targets of links may have blanks in them
     */
    MarkdownParser(boolean blanks) {
        parser =
                Parser.builder(own().set(Parser.SPACE_IN_LINK_URLS, blanks))
                        .customDelimiterProcessor(new Asterisks())
                        .customInlineParserFactory(QuickInlines.factory())
                        .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
                        .customInlineParserExtensionFactory(new FormulaParser.Factory())
                        .customBlockParserFactory(new Starts.Headings())
                        .customBlockParserFactory(new Starts.Depth())
                        .build();
    }

    /** What a renderer of the same dialect needs to know. */
    static DataHolder options() {
        MutableDataSet options = new MutableDataSet();
        options.setFrom(ParserEmulationProfile.COMMONMARK_0_29);
        options.set(
                Parser.EXTENSIONS,
                List.of(
                        TablesExtension.create(),
                        StrikethroughExtension.create(),
                        TaskListExtension.create(),
                        FootnoteExtension.create(),
                        DefinitionExtension.create(),
                        EmojiExtension.create()));
        options.set(TablesExtension.MIN_SEPARATOR_DASHES, 1);
        options.set(TablesExtension.COLUMN_SPANS, false);
        options.set(TablesExtension.APPEND_MISSING_COLUMNS, true);
        options.set(TablesExtension.DISCARD_EXTRA_COLUMNS, true);
        options.set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true);
        options.set(EmojiExtension.USE_IMAGE_TYPE, EmojiImageType.UNICODE_ONLY);
        return options;
    }

    /** What is read by parts of our own. */
    private static MutableDataSet own() {
        return new MutableDataSet(options())
                .set(Parser.HEADING_PARSER, false)
                .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false);
    }

    Document parse(String text) {
        return parser.parse(text);
    }
}
