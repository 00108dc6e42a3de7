package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lectern.build.BookLayout;
import lectern.build.PageCheck;
import lectern.build.Plans;
import lectern.model.Diagnostic;
import lectern.text.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page cannot do, or does otherwise, is told to the author at the cell, to the letter. */
class PageModulesIT {
    private static final String HEAD = "///usr/bin/env jbang \"$0\" \"$@\" ; exit $?\n//JAVA 17\n";

    @TempDir Path root;

    @Test
    void faultsAreToldAtTheCell() {
        script(
                "Good",
                "",
                "double sum = 0, a = 1.1; for (int i = 1; i < 999; i++) {"
                        + " double b = i / 3.0, c = i + 0.1;"
                        + " sum += a * (b / c) + (a + (b - c)) * (a * (c * b)); }"
                        + " System.out.println(Double.doubleToLongBits(sum));"
                        + " System.out.printf(\"%s %.3f %d\\n\", args.length > 9, Math.tanh(0.5),"
                        + " Math.floorMod(-7, 3));");
        script(
                "Threads",
                "import java.util.concurrent.Executors;\n",
                "System.out.println(Executors.newFixedThreadPool(2).isShutdown());");
        script("Other", "", "System.out.println(System.getProperty(\"user.dir\") == null);");
        script(
                "Helps",
                "",
                "System.out.println(args.length == 1 ? \"  --n  a number, default 4\" : \"hm\");");
        script(
                "Breaks",
                "",
                "System.out.println(args.length > 0 && 1 / Integer.parseInt(args[1]) > 5);");
        script("Still", "", "System.out.println(7);");
        script(
                "Rests",
                "",
                "try { if (System.getProperty(\"lectern.live\") != null) { Thread.sleep(1); } }"
                        + " catch (InterruptedException e) { return; } System.out.println(7);");
        SourceFiles.write(
                root.resolve("notes/book.adoc"),
                "= Book\n\n== One\n\n"
                        + cell("good", "n=1..9 default 3", "Good")
                        + cell("threads", "n=1..9 default 3", "Threads")
                        + cell("other", "early", "Other")
                        + cell("breaks", "n=0..9 default 3", "Breaks")
                        + cell("helps", "n=0..9 default 3", "Helps")
                        + cell("still", "early\",opts=\"live", "Still")
                        + cell("rests", "early\",opts=\"live", "Rests"));
        BookLayout layout = BookLayout.of(root.resolve("notes/book.adoc"), root.resolve("target"));
        Plans plans = Plans.of(layout);
        assertThat(plans.findings()).isEmpty();
        PageCheck.Result tried = PageCheck.of(layout, plans.plan().items(), false, line -> {});
        assertThat(tried.modules())
                .containsOnlyKeys("good", "threads", "other", "breaks", "helps", "still", "rests");
        assertThat(tried.modules().get("good").bytes()).isBetween(5_000L, 120_000L);
        List<String> said = tried.findings().stream().map(Diagnostic::toString).toList();
        assertThat(said)
                .contains(
                        "notes/book.adoc:12:1: error: cell 'threads' cannot run in the page: Class"
                                + " java.util.concurrent.Executors was not found, which Threads.main"
                                + " asks for at scripts/part/Threads.java:7 (TeaVM 0.15.0)"
                                + " [not-in-page]\n"
                                + "  hint: do without it, or leave 'knobs' out of the cell",
                        "notes/book.adoc:19:1: error: cell 'other' in the page with '' prints"
                                + " 'true' in line 1 [different-in-page]\n"
                                + "  hint: the JVM prints 'false'",
                        "notes/book.adoc:26:1: error: cell 'breaks' in the page with '--n 0' ends on"
                                + " the JVM with java.lang.ArithmeticException: / by zero"
                                + " [different-in-page]\n"
                                + "  hint: choose ranges whose ends work together",
                        "notes/book.adoc:33:1: error: cell 'helps' has the knob 'n' with the default"
                                + " '3', the example itself takes 4 [bad-cell]\n"
                                + "  hint: say 'default 4'",
                        "notes/book.adoc:40:1: error: cell 'still' is live and never rests to be"
                                + " looked at [bad-cell]\n"
                                + "  hint: leave figures and sleep now and then where the system"
                                + " property lectern.live is set, or leave 'live' out");
        assertThat(said).noneMatch(line -> line.contains("'rests'"));
        assertThat(said).noneMatch(line -> line.contains("'good'"));
        assertThat(tried.summary())
                .isEqualTo("tried 7 cells in the page, 5 differing, 0 proven before");
        whatIsProvenIsNotTriedAgain(layout, tried.findings());
    }

    private void whatIsProvenIsNotTriedAgain(BookLayout layout, List<Diagnostic> findings) {
        PageCheck.Result again = check(layout, false);
        assertThat(again.summary())
                .isEqualTo("tried 5 cells in the page, 5 differing, 2 proven before");
        assertThat(again.findings()).isEqualTo(findings);
        assertThat(check(layout, true).summary())
                .isEqualTo("tried 7 cells in the page, 5 differing, 0 proven before");
        Path book = root.resolve("notes/book.adoc");
        SourceFiles.write(book, SourceFiles.read(book).replace("n=1..9", "n=1..8"));
        assertThat(check(layout, false).summary())
                .isEqualTo("tried 6 cells in the page, 5 differing, 1 proven before");
    }

    private static PageCheck.Result check(BookLayout layout, boolean fresh) {
        return PageCheck.of(layout, Plans.of(layout).plan().items(), fresh, line -> {});
    }

    private void script(String name, String imports, String statement) {
        SourceFiles.write(
                root.resolve("scripts/part/" + name + ".java"),
                HEAD
                        + "//DESCRIPTION Does a thing.\n"
                        + imports
                        + "class "
                        + name
                        + " {\n    public static void main(String[] args) {\n        "
                        + statement
                        + "\n    }\n}\n");
    }

    private static String cell(String id, String knobs, String script) {
        return "[#"
                + id
                + ".cell,knobs=\""
                + knobs
                + "\"]\n.Title\n[source,java]\n----\ninclude::{scripts}/part/"
                + script
                + ".java[]\n----\n\n";
    }
}
