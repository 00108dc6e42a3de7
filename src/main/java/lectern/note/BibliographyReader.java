package lectern.note;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lectern.bibliography.BibFile;
import lectern.model.Anchor;
import lectern.model.Bibliography;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Source;
import lectern.text.SourceFiles;

/** Reads the BibTeX file of a {@code bibliography} macro; each entry becomes an anchor. */
final class BibliographyReader {
    private static final String STYLE = "harvard-cite-them-right";

    private final ScanContext context;
    private final Path at;
    private final NoteBuilder note;

    BibliographyReader(ScanContext context, Path file, NoteBuilder note) {
        this.context = context;
        this.at = file;
        this.note = note;
    }

    /** Take in one macro; what is wrong with its file is reported. */
    void read(String target, String attributes, Location location) {
        Optional<Path> found = context.beside(at, target).filter(Files::isRegularFile);
        if (found.isEmpty()) {
            context.error(
                    Rule.MISSING_FILE,
                    location,
                    "bibliography '" + target + "' does not exist",
                    "write bibliography::FILE.bib[style=NAME], the file relative to this note");
            return;
        }
        Path file = found.get();
        String name = context.name(file);
        String text = SourceFiles.read(file);
        BibFile.Reading reading = BibFile.read(name, text);
        context.included.add(name);
        context.findings.addAll(reading.findings());
        for (Source source : reading.sources()) {
            note.anchors.add(
                    new Anchor(source.key(), source.field("title").orElse(""), source.location()));
            context.sectionIds.take(source.key());
        }
        String style = AttributeList.parse(attributes).named().getOrDefault("style", STYLE);
        note.bibliographies.add(new Bibliography(name, text, style, reading.sources(), location));
    }
}
