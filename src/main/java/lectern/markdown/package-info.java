/**
 * Turns Markdown into AsciiDoc that reads as if a person had written it: flexmark's tree becomes a
 * small model of blocks and inlines, and a writer sets that with as few escapes as hold. May import
 * the model and text packages, and flexmark.
 */
package lectern.markdown;
