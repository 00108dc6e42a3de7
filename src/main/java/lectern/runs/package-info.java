/** Recorded runs: digest, plan, format, store. May import model, text and script. */
package lectern.runs;
