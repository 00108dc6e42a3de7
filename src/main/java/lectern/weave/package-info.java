/** Weaves recorded runs into the text of notes. May import model and text; no engine. */
package lectern.weave;
