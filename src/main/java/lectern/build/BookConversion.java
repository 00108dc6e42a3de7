package lectern.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.convert.Conversion;
import lectern.convert.Engine;
import lectern.convert.MarkedPage;
import lectern.convert.Survey;
import lectern.model.Book;
import lectern.weave.WovenNote;

/**
 * Converts a book, of which all but a few chapters may be as they were the last time: those keep
 * the HTML that they have. What comes out is, byte for byte, what the engine makes of the whole
 * book.
 *
 * <p>A chapter is converted alone only where nothing that another can see of it has changed: its
 * numbers, its anchors and how references to them read. An edit that shows elsewhere converts the
 * whole book.
 */
final class BookConversion {
    // each costs what the engine does for a book of one chapter
    private static final int MOST = 3;

    private static final String EMPTY_PART = "invalid part, must have at least one section";

    private final BookLayout layout;
    private final Engine engine;
    private final Path file;

    /** Prepare to convert with an engine, which starts only when it must. */
    BookConversion(BookLayout layout, Engine engine) {
        this.layout = layout;
        this.engine = engine;
        this.file = layout.cache().resolve("conversion");
    }

    /** Convert what has changed. */
    Conversion convert(Book book, List<WovenNote> woven, Progress progress) {
        String program = Program.name() + " " + layout.root() + " " + layout.main();
        Ingredients made = Ingredients.of(layout, book, woven);
        Optional<KeptConversion> kept = KeptConversion.read(file, program);
        Optional<Conversion> quick =
                kept.filter(last -> last.conversion().survey().settings().isEmpty())
                        .flatMap(last -> again(book, woven, last, made, progress));
        Conversion conversion =
                quick.orElseGet(
                        () -> {
                            progress.say(
                                    "convert "
                                            + woven.size()
                                            + (woven.size() == 1 ? " note" : " notes"));
                            return engine.survey(book, woven);
                        });
        if (kept.isEmpty() || !kept.get().equals(new KeptConversion(made, conversion))) {
            new KeptConversion(made, conversion).write(file, program);
        }
        return conversion;
    }

    private Optional<Conversion> again(
            Book book,
            List<WovenNote> woven,
            KeptConversion last,
            Ingredients made,
            Progress progress) {
        Optional<Conversion> result = Optional.of(last.conversion());
        Optional<Set<Unit>> changed = made.changed(last.made(), book, woven);
        if (changed.isEmpty() || changed.get().size() > MOST) {
            return Optional.empty();
        }
        for (Unit unit : changed.get()) {
            progress.say("convert " + unit.root().file());
            result = result.flatMap(whole -> replace(book, woven, whole, unit));
        }
        return result;
    }

    private Optional<Conversion> replace(
            Book book, List<WovenNote> woven, Conversion whole, Unit unit) {
        Survey others = whole.survey().without(unit.notes());
        Conversion part =
                engine.survey(
                        book,
                        unit.alone(book, woven, whole.survey()),
                        others,
                        others.of(unit.before(book)));
        Survey seen = part.survey().of(unit.notes());
        boolean same = seen.equals(whole.survey().of(unit.notes()));
        if (!same || complains(part) || complains(whole)) {
            return Optional.empty();
        }
        Set<String> chapters =
                seen.anchors().keySet().stream()
                        .filter(id -> part.page().has(id))
                        .collect(Collectors.toSet());
        Optional<MarkedPage> page = whole.page().with(chapters, part.page());
        return page.map(text -> new Conversion(text, whole.findings(), whole.survey()));
    }

    /** Whether the engine has found anything but the holes that the other chapters leave. */
    private static boolean complains(Conversion conversion) {
        return conversion.findings().stream()
                .anyMatch(finding -> !finding.message().startsWith(EMPTY_PART));
    }
}
