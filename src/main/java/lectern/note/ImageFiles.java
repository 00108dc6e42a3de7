package lectern.note;

/** Finds where the pictures of a note lie. */
interface ImageFiles {

    /** The file behind an image target, relative to the book root; a URL as it is. */
    String resolve(String target);
}
