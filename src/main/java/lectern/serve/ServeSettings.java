package lectern.serve;

/**
 * How a book is served.
 *
 * @param host to listen on; nothing is run for others than this machine
 * @param port to listen on; 0 for any that is free
 * @param editor address that opens a file in the author's editor, with {@code {path}}, {@code
 *     {line}} and {@code {column}} in it
 */
public record ServeSettings(String host, int port, String editor) {
    /** Opens a file in VS Code. */
    public static final String VS_CODE = "vscode://file{path}:{line}:{column}";

    /** This machine alone, any port. */
    public static final ServeSettings LOCAL = new ServeSettings("127.0.0.1", 0, VS_CODE);
}
