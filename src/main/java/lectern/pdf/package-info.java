/**
 * Joins pages that were set apart into one tagged PDF file: what one setting leaves becomes a
 * {@link lectern.pdf.Piece}, pieces are kept on disk, and {@link lectern.pdf.Joiner} writes a file
 * from them. Knows nothing of books. Imports {@code lectern.text} and, of third parties, PDFBox.
 */
package lectern.pdf;
