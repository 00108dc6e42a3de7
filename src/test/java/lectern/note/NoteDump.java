package lectern.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Note;

/** Shows all that a scan found in a note, one line each, in order of place. */
final class NoteDump {
    private record Line(Location location, String text) {}

    private final List<Line> lines = new ArrayList<>();

    private NoteDump() {}

    static String of(Note note, List<Diagnostic> findings) {
        NoteDump dump = new NoteDump();
        note.headings()
                .forEach(
                        h ->
                                dump.add(
                                        "Heading",
                                        h.id(),
                                        h.location(),
                                        h.level() + " " + h.title()));
        note.anchors().forEach(a -> dump.add("Anchor", a.id(), a.location(), a.text()));
        note.xrefs().forEach(x -> dump.add("Xref", x.target(), x.location(), ""));
        note.cells()
                .forEach(
                        c ->
                                dump.add(
                                        "Cell",
                                        c.id().value(),
                                        c.location(),
                                        c.script()
                                                + " last "
                                                + c.lastLine()
                                                + (c.options().args().isEmpty()
                                                        ? ""
                                                        : " args " + c.options().args())));
        note.values()
                .forEach(
                        v ->
                                dump.add(
                                        "Value",
                                        v.cell(),
                                        v.location(),
                                        v.fact()
                                                + (v.options().isEmpty() ? "" : " " + v.options())
                                                + (v.plain() ? " plain" : "")));
        note.images()
                .forEach(
                        i ->
                                dump.add(
                                        "Image",
                                        i.file(),
                                        i.location(),
                                        (i.block() ? "block" : "inline")
                                                + (i.described() ? "" : " undescribed")));
        note.formulas()
                .forEach(
                        f ->
                                dump.add(
                                        "Formula",
                                        f.display() ? "display" : "inline",
                                        f.location(),
                                        f.latex().replace("\n", "\u240a")
                                                + (f.numbered()
                                                        ? " labelled from " + f.labelLine()
                                                        : "")));
        note.diagrams()
                .forEach(
                        d ->
                                dump.add(
                                        "Diagram",
                                        d.kind(),
                                        d.location(),
                                        d.firstLine() + " to " + d.lastLine()));
        note.placements()
                .forEach(
                        p ->
                                dump.add(
                                        "Placement",
                                        p.kind().name(),
                                        p.location(),
                                        (p.cell() + " " + p.name()).strip()));
        findings.forEach(
                f -> dump.add("Error", "[" + f.rule().label() + "]", f.location(), f.message()));
        return dump.lines.stream()
                .sorted(Comparator.comparing(Line::location).thenComparing(Line::text))
                .map(line -> line.text() + "\n")
                .collect(Collectors.joining());
    }

    private void add(String kind, String name, Location at, String more) {
        String text = kind + " " + name + " " + at.line() + ":" + at.column() + " " + more;
        lines.add(new Line(at, text.strip()));
    }
}
