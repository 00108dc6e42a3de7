package lectern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lectern.cli.MiniBook.Section;
import lectern.model.Rule;
import lectern.text.SourceFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the command line on small books and compares all that it prints, to the letter.
 *
 * <p>To add a case, write {@code src/test/resources/books/<symptom>.txt}: a line that says what it
 * shows, then sections. {@code -- notes/one.adoc --} lays a file down ({@code (deleted)} takes it
 * away, {@code crlf} after the name ends its lines so) and {@code -- $ check --} runs a command,
 * with what it prints and {@code exit N} below; {@code -- $ cat FILE --} shows a file, {@code -- $
 * select PAGE SELECTOR --} the text of some elements of a page and {@code -- $ changes FOLDER --}
 * what the last command changed there; {@code -- $ git ... --} runs git. Every case starts from the
 * files of {@code base.txt} and the run recorded of them. {@code -Dsnapshots=overwrite} writes what
 * is printed into the cases; read the difference before you commit it.
 */
class MiniBookTest {
    private static final Path CASES = Path.of("src/test/resources/books");
    private static final boolean OVERWRITE = "overwrite".equals(System.getProperty("snapshots"));

    private static final Set<Rule> NOT_YET_IN_FORCE = EnumSet.of(Rule.MISSING_FILE);

    // a module takes seconds to make; PageModulesIT holds their messages to the letter
    private static final Set<Rule> OF_MODULES =
            EnumSet.of(Rule.NOT_IN_PAGE, Rule.DIFFERENT_IN_PAGE);

    @TempDir private static Path recorded;

    @TempDir private Path temp;

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @BeforeAll
    static void recordTheBaseBook() throws IOException {
        System.setProperty("lectern.lean", "true");
        BookFolder folder = new BookFolder(recorded);
        for (Section file : read("base.txt").files()) {
            folder.lay(file);
        }
        assertThat(folder.run("run")).endsWith("recorded 1 run", "exit 0");
    }

    @AfterAll
    static void leaveNoMark() {
        System.clearProperty("lectern.lean");
    }

    @Test
    void noCaseGoesMissing() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(55).allMatch(name -> name.endsWith(".txt"));
    }

    @Test
    void everyRuleThatIsInForceIsBrokenByACase() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String name : cases()) {
            read(name).commands().forEach(command -> said.append(command.text()));
        }
        assertThat(Rule.values())
                .filteredOn(rule -> !NOT_YET_IN_FORCE.contains(rule))
                .filteredOn(rule -> !OF_MODULES.contains(rule))
                .hasSizeGreaterThan(20)
                .allSatisfy(rule -> assertThat(said).contains("[" + rule.label() + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void commandLineSaysWhatTheCaseSays(String name) throws IOException {
        MiniBook book = read(name);
        copy(recorded, temp);
        BookFolder folder = new BookFolder(temp.toRealPath());
        List<Section> ran = new ArrayList<>();
        for (Section section : book.sections()) {
            if (section.command()) {
                ran.add(section.with(folder.run(section.name())));
            } else {
                folder.lay(section);
                ran.add(section);
            }
        }
        String actual = new MiniBook(book.head(), ran).text();
        if (OVERWRITE) {
            SourceFiles.write(CASES.resolve(name), actual);
        }
        assertThat(book.head()).as("what the case shows").isNotEmpty();
        assertThat(book.commands()).as("commands").isNotEmpty();
        assertThat(actual).isEqualTo(SourceFiles.read(CASES.resolve(name)));
    }

    private static MiniBook read(String name) {
        return MiniBook.parse(SourceFiles.read(CASES.resolve(name)));
    }

    /** Copy a book without what may be deleted at any time. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Path relative = from.relativize(file);
                if (Files.isRegularFile(file) && !relative.startsWith("target")) {
                    Path target = to.resolve(relative);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
