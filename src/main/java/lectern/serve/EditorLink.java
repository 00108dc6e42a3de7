package lectern.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lectern.model.Location;
import lectern.text.SourceFiles;

/**
 * Leads to places of a book in the author's editor.
 *
 * @param root of the book
 * @param address that opens a file, with {@code {path}}, {@code {line}} and {@code {column}} in it
 */
record EditorLink(Path root, String address) {

    /** The address of one place. */
    String to(Location place) {
        return address.replace("{path}", encoded(root.resolve(place.file())))
                .replace("{line}", Integer.toString(Math.max(1, place.line())))
                .replace("{column}", Integer.toString(place.column()));
    }

    /** The address with {@code {file}} where the path below the root goes, encoded as well. */
    String toAnyFile() {
        String folder = encoded(root);
        return address.replace("{path}", (folder.equals("/") ? "" : folder) + "/{file}");
    }

    private static String encoded(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        String path = SourceFiles.relative(whole.getRoot(), whole);
        return "/"
                + URLEncoder.encode(path, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
    }
}
