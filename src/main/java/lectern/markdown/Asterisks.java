package lectern.markdown;

import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;

/**
 * Emphasis by asterisks. Flexmark knows the rule of CommonMark that runs whose lengths add up to a
 * multiple of three make no pair, but not its end: unless both lengths are multiples of three.
 */
final class Asterisks extends AsteriskDelimiterProcessor {
    Asterisks() {
        super(false);
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
        int use = super.getDelimiterUse(opener, closer);
        boolean threes = opener.length() % 3 == 0 && closer.length() % 3 == 0;
        return use == 0 && threes ? 2 : use;
    }
}
