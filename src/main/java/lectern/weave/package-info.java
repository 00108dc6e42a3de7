/** Weaves recorded runs into the text of notes. May import model, text and check; no engine. */
package lectern.weave;
