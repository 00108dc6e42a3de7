/** Fetches the libraries of scripts as Maven does. May import model, text and script. */
package lectern.resolve;
