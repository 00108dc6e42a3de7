package lectern.bibliography;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/**
 * Lists bibliographies and keeps the lists in a folder, so that a build with the same BibTeX file
 * loads no class of a citation processor.
 */
public final class SourceLists {
    /** To be raised when the same file gives another list. */
    private static final int VERSION = 1;

    private final Path folder;

    /** Open a cache; the folder may be missing yet. */
    public SourceLists(Path folder) {
        this.folder = folder;
    }

    /**
     * The sources of a BibTeX text that parses, in the order of the style.
     *
     * @param bibtex whole text of the file
     * @param style name in the repository of the Citation Style Language, such as {@code apa}
     * @throws StyleException if there is no such style
     */
    public List<ListedSource> list(String bibtex, String style) {
        String key = Digests.of(VERSION + "\n" + style + "\n" + bibtex).hex();
        Path kept = folder.resolve(key + ".tsv");
        if (Files.isRegularFile(kept)) {
            return read(SourceFiles.lines(kept));
        }
        List<ListedSource> listed = new SourceStyle(style).list(bibtex);
        SourceFiles.write(
                kept,
                listed.stream()
                        .map(s -> s.key() + "\t" + s.label() + "\t" + s.html() + "\n")
                        .collect(Collectors.joining()));
        return listed;
    }

    private static List<ListedSource> read(List<String> lines) {
        List<ListedSource> listed = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split("\t", 3);
            listed.add(new ListedSource(fields[0], fields[1], fields[2]));
        }
        return listed;
    }
}
