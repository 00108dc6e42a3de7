/**
 * Runs Asciidoctor over woven notes: one engine, one conversion. May import model, text, weave,
 * highlight.
 */
package lectern.convert;
