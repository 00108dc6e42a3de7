package lectern.inpage;

/**
 * Something that an example asks for and no page has.
 *
 * @param file source file that asks for it, below the source folder; may be empty
 * @param line in it; 0 when unknown
 * @param method that asks for it
 * @param missing what the compiler says, such as {@code Class java.net.Socket was not found}
 */
public record Gap(String file, int line, String method, String missing) {}
