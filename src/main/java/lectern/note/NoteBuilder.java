package lectern.note;

import java.util.ArrayList;
import java.util.List;
import lectern.model.Anchor;
import lectern.model.Bibliography;
import lectern.model.Cell;
import lectern.model.Coverage;
import lectern.model.Diagram;
import lectern.model.Formula;
import lectern.model.Heading;
import lectern.model.ImageUse;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Placement;
import lectern.model.ValueUse;
import lectern.model.Xref;

/** Collects what one scan finds in one note. */
final class NoteBuilder {
    final List<Heading> headings = new ArrayList<>();
    final List<Anchor> anchors = new ArrayList<>();
    final List<Xref> xrefs = new ArrayList<>();
    final List<Cell> cells = new ArrayList<>();
    final List<ValueUse> values = new ArrayList<>();
    final List<ImageUse> images = new ArrayList<>();
    final List<Formula> formulas = new ArrayList<>();
    final List<Diagram> diagrams = new ArrayList<>();
    final List<Placement> placements = new ArrayList<>();
    final List<Coverage> coverages = new ArrayList<>();
    final List<Bibliography> bibliographies = new ArrayList<>();

    private final String file;
    private final List<String> lines;

    NoteBuilder(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** A place in this note; the column counts from 0 here and from 1 in the place. */
    Location at(int line, int column) {
        return new Location(file, line, column + 1);
    }

    Note build() {
        return new Note(
                file,
                lines,
                headings,
                anchors,
                xrefs,
                cells,
                values,
                images,
                formulas,
                diagrams,
                placements,
                coverages,
                bibliographies);
    }
}
