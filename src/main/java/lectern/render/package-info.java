/**
 * Turns the one converted HTML tree of a book into the multi-page site and the PDF. Imports {@code
 * lectern.model} and, of third parties, jsoup and openhtmltopdf.
 */
package lectern.render;
