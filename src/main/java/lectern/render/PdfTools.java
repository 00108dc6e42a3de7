package lectern.render;

import lectern.pdf.FontShelf;

/**
 * What all parts of a printed book are set with.
 *
 * @param resources theme and pictures of the book
 * @param pictures vector pictures that were painted
 * @param fonts read once
 * @param sides whether paper is printed on both sides
 */
record PdfTools(PdfResources resources, PdfPictures pictures, FontShelf fonts, boolean sides) {}
