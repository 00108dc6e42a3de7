package lectern.tangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellOptions;
import lectern.model.CellSource.Inline;
import lectern.model.Location;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TanglerTest {
    private static final Tangler TANGLER =
            new Tangler(
                    Map.of(
                            "Facts",
                            "class Facts { Plot plot; }",
                            "Plot",
                            "class Plot {}",
                            "Args",
                            ""),
                    "../lib/");

    private static Cell cell(String id, int firstLine, String... lines) {
        return new Cell(
                new CellId(id),
                "part",
                new Inline(List.of(lines), firstLine),
                CellOptions.DEFAULT,
                Location.of("notes/one.adoc", firstLine - 3),
                firstLine + lines.length);
    }

    private static String padded(int firstLine, String... lines) {
        Cell cell = cell("ridge-point", firstLine, lines);
        return TANGLER.padded(cell, (Inline) cell.source());
    }

    private static List<String> faults(String... lines) {
        Cell cell = cell("ridge-point", 9, lines);
        return Tangler.faults(cell, (Inline) cell.source()).stream().map(Object::toString).toList();
    }

    @Test
    void statementsKeepTheirLineAndColumn() {
        assertThat(padded(8, "int x = 1;", "System.out.println(x);").split("\n"))
                .containsExactly(
                        "//JAVA 17+",
                        "//COMPILE_OPTIONS -encoding UTF-8",
                        "//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8"
                                + " -Dstderr.encoding=UTF-8 -Djava.awt.headless=true",
                        "",
                        "",
                        "",
                        "class RidgePoint { public static void main(String[] args) throws Exception {",
                        "int x = 1;",
                        "System.out.println(x);",
                        "} }");
    }

    @Test
    void importsStayOnTopAndMembersBesideTheStatements() {
        assertThat(
                        padded(
                                        6,
                                        "import java.util.List;",
                                        "",
                                        "record Point(int x) {}",
                                        "double half(double x) {",
                                        "    return x / 2; // not {",
                                        "}",
                                        "",
                                        "String s = \"}\";",
                                        "for (var p : List.of(new Point(1))) {",
                                        "    System.out.println(half(p.x()) + s);",
                                        "}",
                                        "static int two() { return 2; }")
                                .split("\n"))
                .endsWith(
                        "import java.util.List;",
                        "class RidgePoint {",
                        "record Point(int x) {} static",
                        "double half(double x) {",
                        "    return x / 2; // not {",
                        "}",
                        "public static void main(String[] args) throws Exception {",
                        "String s = \"}\";",
                        "for (var p : List.of(new Point(1))) {",
                        "    System.out.println(half(p.x()) + s);",
                        "} }",
                        "static int two() { return 2; }",
                        "}");
    }

    @Test
    void commentAboveTheFirstStatementSwallowsNothing() {
        assertThat(padded(8, "// a comment", "int x = 1;").split("\n"))
                .endsWith(
                        "// a comment",
                        "class RidgePoint { public static void main(String[] args) throws Exception {"
                                + " int x = 1;",
                        "} }");
    }

    @Test
    void classesOfTheLibraryComeByThemselves() {
        assertThat(padded(9, "new Facts(\"x\").finish();"))
                .startsWith("//JAVA 17+\n//SOURCES ../lib/Facts.java ../lib/Plot.java\n");
    }

    @Test
    void cellAtTheTopOfANoteHasLessHeader() {
        assertThat(padded(3, "int x = 1;"))
                .isEqualTo(
                        "//JAVA 17+\n"
                                + "class RidgePoint { public static void main(String[] args) throws"
                                + " Exception {\nint x = 1;\n} }\n");
    }

    @Test
    void readableScriptHasEverythingInItsPlace() {
        Cell cell =
                cell(
                        "ridge-point",
                        40,
                        "import java.util.List;",
                        "",
                        "double half(double x) {",
                        "    return x / 2;",
                        "}",
                        "",
                        "System.out.println(half(1));");
        assertThat(TANGLER.readable(cell, (Inline) cell.source(), "Halve one.").split("\n"))
                .containsExactly(
                        "///usr/bin/env jbang \"$0\" \"$@\" ; exit $?",
                        "//JAVA 17+",
                        "//DESCRIPTION Halve one.",
                        "//COMPILE_OPTIONS -encoding UTF-8",
                        "//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8"
                                + " -Dstderr.encoding=UTF-8 -Djava.awt.headless=true",
                        "",
                        "import java.util.List;",
                        "",
                        "class RidgePoint {",
                        "    static double half(double x) {",
                        "        return x / 2;",
                        "    }",
                        "",
                        "    public static void main(String[] args) throws Exception {",
                        "        System.out.println(half(1));",
                        "    }",
                        "}");
    }

    @Test
    void faultsAreToldAtTheirLine() {
        assertThat(faults("int x = 1;", "static int two() { return 2; }", "x += two();"))
                .containsExactly(
                        "notes/one.adoc:10:1: error: cell 'ridge-point' declares something between"
                                + " its statements [bad-cell]\n"
                                + "  hint: put it before the first statement or after the last");
        assertThat(faults("int x = 1;", "import java.util.List;"))
                .containsExactly(
                        "notes/one.adoc:10:1: error: cell 'ridge-point' imports after its first"
                                + " statement [bad-cell]\n  hint: put the imports on top");
        assertThat(faults("package a;", "int x = 1;"))
                .containsExactly(
                        "notes/one.adoc:9:1: error: cell 'ridge-point' names a package [bad-cell]\n"
                                + "  hint: leave it out: the lines become a class without one");
        assertThat(faults("record Point(int x) {}"))
                .containsExactly(
                        "notes/one.adoc:6:1: error: cell 'ridge-point' has no statement to run"
                                + " [bad-cell]\n  hint: call what it declares, or make it a script");
        assertThat(faults("int x = 1; static int two() { return 2; }"))
                .containsExactly(
                        "notes/one.adoc:9:1: error: cell 'ridge-point' declares something behind"
                                + " other code [bad-cell]\n  hint: begin a line with it");
    }

    @Test
    void fifteenLinesAreTooManyAndFourteenAreNot() {
        String[] lines = new String[14];
        Arrays.fill(lines, "run();");
        assertThat(faults(lines)).isEmpty();
        assertThat(faults(Collections.nCopies(15, "run();").toArray(String[]::new)))
                .containsExactly(
                        "notes/one.adoc:6:1: error: cell 'ridge-point' has 15 lines of code in the"
                                + " note [bad-cell]\n"
                                + "  hint: make it a script and show its tagged parts: more than 14"
                                + " lines are read better so");
    }

    @Property
    void everyIdGivesAClassNameOfItsOwn(
            @ForAll @StringLength(min = 1, max = 8) @Chars({'a', 'b', '1', '-'}) String one,
            @ForAll @StringLength(min = 1, max = 8) @Chars({'a', 'b', '1', '-'}) String two) {
        String first = Tangler.className(cell("a" + one, 9));
        assertThat(SourceVersion.isIdentifier(first)).isTrue();
        assertThat(first.equals(Tangler.className(cell("a" + two, 9)))).isEqualTo(one.equals(two));
    }

    @Property
    void noLineIsLostOrMovedWhateverTheLinesAre(
            @ForAll
                    List<
                                    @StringLength(max = 12)
                                    @Chars({'a', '"', '\'', '{', '}', ';', '/', '*', ' ', '('})
                                    String>
                            lines) {
        Cell cell = cell("a", 9, lines.toArray(String[]::new));
        String[] tangled = TANGLER.padded(cell, (Inline) cell.source()).split("\n", -1);
        assertThat(tangled.length).isGreaterThanOrEqualTo(8 + lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(tangled[8 + i]).contains(lines.get(i).strip());
        }
    }
}
