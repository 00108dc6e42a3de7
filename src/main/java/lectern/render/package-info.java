/**
 * Turns the one converted HTML tree of a book into the multi-page site, the EPUB and the PDF.
 * Imports {@code lectern.math}, {@code lectern.pdf} and, of third parties, jsoup, openhtmltopdf and
 * PDFBox.
 */
package lectern.render;
