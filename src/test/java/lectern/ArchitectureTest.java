package lectern;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.text.SourceFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the layers of the packages and the size of their files. To add a package, give it a layer
 * in {@link #LAYERS}.
 */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int MOST_LINES = 300;

    private static final Map<String, Integer> LAYERS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("model", 0),
                            Map.entry("text", 1),
                            Map.entry("bibliography", 2),
                            Map.entry("note", 3),
                            Map.entry("script", 3),
                            Map.entry("markdown", 3),
                            Map.entry("kernel", 4),
                            Map.entry("resolve", 4),
                            Map.entry("runs", 4),
                            Map.entry("check", 4),
                            Map.entry("tangle", 4),
                            Map.entry("figure", 4),
                            Map.entry("math", 4),
                            Map.entry("highlight", 4),
                            Map.entry("fonts", 4),
                            Map.entry("diagram", 4),
                            Map.entry("pdf", 4),
                            Map.entry("inpage", 5),
                            Map.entry("weave", 5),
                            Map.entry("convert", 6),
                            Map.entry("render", 6),
                            Map.entry("build", 7),
                            Map.entry("serve", 8),
                            Map.entry("cli", 9)));

    /** Which packages alone may use a library, by the start of its packages. */
    private static final Map<String, List<String>> LIBRARIES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("org.asciidoctor..", List.of("convert", "diagram")),
                            Map.entry("org.jruby..", List.of("convert", "diagram")),
                            Map.entry("org.jsoup..", List.of("render")),
                            Map.entry("com.openhtmltopdf..", List.of("render")),
                            Map.entry("org.apache.pdfbox..", List.of("pdf", "render")),
                            Map.entry("org.apache.batik..", List.of("render")),
                            Map.entry("de.rototor..", List.of("render")),
                            Map.entry("org.scilab.forge..", List.of("math")),
                            Map.entry("uk.ac.ed.ph..", List.of("math")),
                            Map.entry("org.jetbrains..", List.of("figure", "inpage")),
                            Map.entry("net.sourceforge.plantuml..", List.of("diagram")),
                            Map.entry("com.github.difflib..", List.of("runs")),
                            Map.entry("com.vladsch..", List.of("markdown")),
                            Map.entry("de.undercouch..", List.of("bibliography")),
                            Map.entry("org.jbibtex..", List.of("bibliography")),
                            Map.entry("org.teavm..", List.of("inpage")),
                            Map.entry("com.caoccao..", List.of("inpage")),
                            Map.entry("io.undertow..", List.of("serve")),
                            Map.entry("io.methvin..", List.of("serve")),
                            Map.entry("picocli..", List.of("cli")),
                            Map.entry("javax.tools..", List.of("kernel")),
                            Map.entry("eu.maveniverse..", List.of("resolve")),
                            Map.entry("org.eclipse.aether..", List.of("resolve"))));

    private static final String[] NO_LIBRARY = {
        "model", "text", "note", "script", "check", "tangle", "highlight", "fonts", "weave", "build"
    };

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("test-classes"))
                        .importPackages("lectern");
    }

    @Test
    void rulesHaveSomethingToLookAt() throws IOException {
        // about 190 classes and 150 files when this was written
        assertThat(classes.size()).isGreaterThan(150);
        assertThat(sources()).hasSizeGreaterThan(120);
    }

    @Test
    void everyPackageHasALayer() {
        assertThat(classes.stream().map(ArchitectureTest::slice).distinct())
                .isSubsetOf(LAYERS.keySet());
    }

    @Test
    void packagesImportOnlyDownward() {
        List<String> upward = new ArrayList<>();
        for (JavaClass from : classes) {
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(to -> to.getPackageName().startsWith("lectern."))
                    .filter(to -> !slice(to).equals(slice(from)))
                    .filter(to -> LAYERS.get(slice(to)) >= LAYERS.get(slice(from)))
                    .filter(to -> !(slice(from).equals("convert") && slice(to).equals("diagram")))
                    .forEach(to -> upward.add(from.getName() + " -> " + to.getName()));
        }
        assertThat(upward).isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("lectern.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void librariesStayInTheirPackage() {
        LIBRARIES.forEach(
                (library, users) ->
                        noClasses()
                                .that(
                                        resideOutsideOfPackages(
                                                users.stream()
                                                        .map(user -> "lectern." + user + "..")
                                                        .toArray(String[]::new)))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(library))
                                .check(classes));
    }

    @Test
    void middlePackagesUseNoLibraryAtAll() {
        for (String name : NO_LIBRARY) {
            noClasses()
                    .that(resideInAnyPackage("lectern." + name + ".."))
                    .should()
                    .dependOnClassesThat(
                            resideOutsideOfPackages(
                                    "java..", "javax..", "lectern..", "sun..", "jdk.."))
                    .check(classes);
        }
    }

    @Test
    void onlyTheCommandLineTouchesTheConsole() {
        noClasses()
                .that(resideOutsideOfPackages("lectern.cli.."))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(classes);
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        assertThat(classes.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> name.matches(".*(Util|Utils|Helper|Manager)"));
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        assertThat(sources())
                .allSatisfy(
                        file ->
                                assertThat(SourceFiles.lines(file))
                                        .hasSizeLessThan(MOST_LINES + 1));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertThat(sources().stream().map(Path::getParent).distinct())
                .allSatisfy(
                        folder ->
                                assertThat(SourceFiles.read(folder.resolve("package-info.java")))
                                        .startsWith("/**"));
    }

    @Test
    void everyPublicTypeHasJavadoc() throws IOException {
        Pattern type =
                Pattern.compile(
                        "^( *)public (?:(?:static|final|abstract|sealed) )*"
                                + "(?:class|record|enum|interface|@interface) (\\w+)",
                        Pattern.MULTILINE);
        List<String> bare = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            String text = SourceFiles.read(file);
            Matcher matcher = type.matcher(text);
            while (matcher.find()) {
                seen++;
                String before = text.substring(0, matcher.start()).stripTrailing();
                String undecorated = before.replaceAll("(\\s*@\\w+(\\([^()]*\\))?)+$", "");
                if (!undecorated.endsWith("*/")) {
                    bare.add(file + " " + matcher.group(2));
                }
            }
        }
        assertThat(seen).isGreaterThan(60);
        assertThat(bare).isEmpty();
    }

    @Test
    void noImportIsAWildcard() throws IOException {
        assertThat(sources())
                .allSatisfy(
                        file ->
                                assertThat(SourceFiles.lines(file))
                                        .noneMatch(line -> line.matches("import .*\\*;")));
    }

    private static String slice(JavaClass javaClass) {
        String[] parts = javaClass.getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
