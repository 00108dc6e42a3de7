package lectern.model;

import java.util.Locale;

/** The closed list of what Lectern can find wrong; its label ends every message. */
public enum Rule {
    BAD_CELL,
    BAD_COVERAGE,
    BAD_SCRIPT,
    BAD_SOURCE,
    BROKEN_DIAGRAM,
    BROKEN_FIGURE,
    BROKEN_FORMULA,
    CATALOG_DRIFT,
    CHANGED_OUTPUT,
    DIFFERENT_IN_PAGE,
    DUPLICATE_CELL,
    DUPLICATE_ID,
    ENGINE,
    FAILED_CELL,
    FAILED_COMPILE,
    FAILED_EXPECTATION,
    MALFORMED_RECORD,
    MISPLACED_MACRO,
    MISSING_ALT_TEXT,
    MISSING_FILE,
    MISSING_GLYPH,
    MISSING_IMAGE,
    MISSING_INCLUDE,
    MISSING_TAG,
    NOTHING_TO_BUILD,
    NOTHING_TO_VERIFY,
    NOT_IN_PAGE,
    ORPHANED_RUN,
    OVER_BUDGET,
    PARITY,
    REMOTE_IMAGE,
    SHARED_RUN,
    STALE_RUN,
    UNCLOSED_BLOCK,
    UNCOVERED_SOURCE,
    UNKNOWN_CELL,
    UNKNOWN_CITATION,
    UNKNOWN_FACT,
    UNKNOWN_OUTPUT,
    UNKNOWN_UNIT,
    UNRESOLVED_XREF,
    UNSAFE_HTML,
    UNSTABLE_ID;

    /** The label in a message, such as {@code missing-tag}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
