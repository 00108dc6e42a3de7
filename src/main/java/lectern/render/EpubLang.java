package lectern.render;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Language tags as readers of EPUB demand them. */
final class EpubLang {
    private EpubLang() {}

    /** The tag, or {@code und} for what is not one. */
    static String tag(String lang) {
        try {
            String tag = new Locale.Builder().setLanguageTag(lang.strip()).build().toLanguageTag();
            return tag.isEmpty() ? "und" : tag;
        } catch (IllformedLocaleException noTag) {
            return "und";
        }
    }
}
