/** Scans AsciiDoc notes into a book with exact places, without Ruby. May import model, text. */
package lectern.note;
