/** Rules over the book, one class each. May import model and text. */
package lectern.check;
