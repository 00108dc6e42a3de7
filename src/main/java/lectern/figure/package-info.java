/**
 * Draws figures: a specification that a script wrote becomes an SVG in the book's style. Imports
 * {@code lectern.text}; Lets-Plot draws, and reads the JSON as well.
 */
package lectern.figure;
