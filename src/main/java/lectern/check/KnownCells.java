package lectern.check;

import java.util.stream.Stream;
import lectern.model.Artifact;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Placement;
import lectern.model.Placement.Kind;
import lectern.model.Rule;
import lectern.text.NearMiss;

/** Reports a value or a placement of a cell that the book does not have. */
final class KnownCells implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        Stream<Diagnostic> values =
                evidence.book().all(Note::values).stream()
                        .filter(use -> !known(evidence, use.cell()))
                        .map(use -> unknown(evidence, use.cell(), use.location()));
        Stream<Diagnostic> placements =
                evidence.book().all(Note::placements).stream()
                        .filter(placement -> placement.kind() != Kind.LEDGER)
                        .flatMap(placement -> placement(evidence, placement));
        return Stream.concat(values, placements);
    }

    private static boolean known(Evidence evidence, String cell) {
        return evidence.book().cell(cell).isPresent();
    }

    private static Stream<Diagnostic> placement(Evidence evidence, Placement placement) {
        if (!known(evidence, placement.cell())) {
            return Stream.of(unknown(evidence, placement.cell(), placement.location()));
        }
        return placement.kind() == Kind.TABLE
                ? evidence.run(placement.cell()).stream()
                        .filter(
                                run ->
                                        run.tables().stream()
                                                .noneMatch(t -> t.name().equals(placement.name())))
                        .map(
                                run ->
                                        Diagnostic.error(
                                                Rule.UNKNOWN_FACT,
                                                placement.location(),
                                                "cell '"
                                                        + placement.cell()
                                                        + "' left no table '"
                                                        + placement.name()
                                                        + "'",
                                                NearMiss.hint(
                                                        placement.name(),
                                                        run.tables().stream()
                                                                .map(Artifact::name)
                                                                .toList())))
                : Stream.empty();
    }

    private static Diagnostic unknown(Evidence evidence, String cell, Location location) {
        return Diagnostic.error(
                Rule.UNKNOWN_CELL,
                location,
                "there is no cell '" + cell + "'",
                NearMiss.hint(cell, evidence.cellNames()));
    }
}
