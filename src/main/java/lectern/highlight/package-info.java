/**
 * Colours source code as HTML: {@link lectern.highlight.Highlighters} finds the {@link
 * lectern.highlight.Highlighter} of a language. Imports nothing of Lectern and no third party.
 */
package lectern.highlight;
