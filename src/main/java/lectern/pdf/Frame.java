package lectern.pdf;

/**
 * What a file says of itself.
 *
 * @param title of the document
 * @param author may be empty
 * @param subject what it is about; may be empty
 * @param language BCP 47 tag
 * @param producer the program that wrote it
 * @param numbered index of the first page that has an Arabic number, 1; those before it have small
 *     Roman ones
 */
public record Frame(
        String title,
        String author,
        String subject,
        String language,
        String producer,
        int numbered) {}
