package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes Pro Git several times into one book: notes copied with the ids of each copy set apart,
 * pictures shared.
 */
final class ManyCopies {
    // <<file#id,text>> or <<id,text>>
    private static final Pattern XREF = Pattern.compile("<<(?:[\\w-]+#)?([\\w-]+)(,[^<>]*)?>>");
    private static final Pattern ANCHOR = Pattern.compile("(?m)^\\[\\[([^\\[\\],]+)");
    private static final Pattern SHORT_ANCHOR = Pattern.compile("(?m)^\\[#([\\w-]+)");

    private ManyCopies() {}

    /**
     * Write a main note and the copies beside it.
     *
     * @param original checkout with {@code progit.asc} at its top
     * @return the main note
     */
    static Path write(Path original, int copies, Path folder) throws IOException {
        List<String> includes =
                Files.readAllLines(original.resolve("progit.asc")).stream()
                        .filter(line -> line.startsWith("include::"))
                        .toList();
        StringBuilder main = new StringBuilder("= Pro Git, Many Times\n:doctype: book\n:toc:\n");
        Folders.copy(original.resolve("images"), folder.resolve("images"));
        for (int copy = 1; copy <= copies; copy++) {
            String prefix = "k" + copy;
            copyNotes(original, folder.resolve("k" + copy), prefix);
            main.append("\n:idprefix: ").append(prefix).append("_\n");
            for (String include : includes) {
                main.append('\n').append(include.replace("::", "::k" + copy + "/")).append('\n');
            }
        }
        return Files.writeString(folder.resolve("many.asc"), main);
    }

    private static void copyNotes(Path original, Path folder, String prefix) throws IOException {
        List<Path> notes;
        try (Stream<Path> files = Files.walk(original)) {
            notes = files.filter(file -> file.toString().endsWith(".asc")).toList();
        }
        for (Path note : notes) {
            Path copy = folder.resolve(original.relativize(note).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, apart(Files.readString(note), prefix));
        }
    }

    /** The text of a note with all its ids, and the references to them, made those of one copy. */
    private static String apart(String text, String prefix) {
        String anchored = ANCHOR.matcher(text).replaceAll("[[" + prefix + "$1");
        String named = SHORT_ANCHOR.matcher(anchored).replaceAll("[#" + prefix + "$1");
        return XREF.matcher(named)
                .replaceAll(
                        found ->
                                "<<"
                                        + prefix
                                        + found.group(1)
                                        + (found.group(2) == null ? "" : found.group(2))
                                        + ">>");
    }
}
