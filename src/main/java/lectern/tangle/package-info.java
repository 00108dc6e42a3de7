/** Makes scripts of the few lines that stand in a note; pure. May import model and text. */
package lectern.tangle;
