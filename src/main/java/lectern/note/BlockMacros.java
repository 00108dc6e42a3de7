package lectern.note;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Location;
import lectern.model.Placement;

/** Takes in the block macros of one note: pictures, and what is woven in where they stand. */
final class BlockMacros {
    private static final Pattern MACRO = Pattern.compile("(\\w+)::([^\\s\\[][^\\[]*|)\\[(.*)\\]");

    private final ScanContext context;
    private final Path file;
    private final NoteBuilder note;
    private final Inlines inlines;

    BlockMacros(ScanContext context, Path file, NoteBuilder note, Inlines inlines) {
        this.context = context;
        this.file = file;
        this.note = note;
        this.inlines = inlines;
    }

    /** Whether a line has the form of a block macro. */
    static boolean isMacro(String line) {
        return MACRO.matcher(line).matches();
    }

    /** Take in a macro, {@code line} counting from 1; false when its name means nothing here. */
    boolean read(String text, int line) {
        Matcher matcher = MACRO.matcher(text.stripTrailing());
        if (!matcher.matches()) {
            return false;
        }
        String target = matcher.group(2);
        String attributes = matcher.group(3);
        Location here = note.at(line, 0);
        switch (matcher.group(1)) {
            case "image" -> {
                inlines.blockImage(target, attributes, line);
                inlines.plainValues(text, line);
            }
            case "output" -> place(Placement.Kind.OUTPUT, target, "", here);
            case "table" -> place(Placement.Kind.TABLE, target, attributes.strip(), here);
            case "expectations" -> place(Placement.Kind.EXPECTATIONS, target, "", here);
            case "ledger" -> place(Placement.Kind.LEDGER, target, "", here);
            case "bibliography" ->
                    new BibliographyReader(context, file, note).read(target, attributes, here);
            case "coverage" ->
                    new CoverageReader(context, file, note).read(target, attributes, here);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void place(Placement.Kind kind, String cell, String name, Location location) {
        note.placements.add(new Placement(kind, cell, name, location));
    }
}
