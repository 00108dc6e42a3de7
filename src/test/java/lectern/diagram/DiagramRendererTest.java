package lectern.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lectern.diagram.DiagramResult.Broken;
import lectern.diagram.DiagramResult.Drawn;
import lectern.fonts.AwtFonts;
import org.asciidoctor.Asciidoctor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws all its diagrams in one go, as an engine takes seconds to start. */
class DiagramRendererTest {

    private static final DiagramSource SEQUENCE = plantUml("Alice -> Bob: hello 你好");
    private static final DiagramSource CLASSES = plantUml("class A\nA <|-- B\nA ..> C : uses");
    private static final DiagramSource DITAA =
            new DiagramSource(DiagramKind.DITAA, "+---+  +---+\n| a |->| b |\n+---+  +---+");
    private static final DiagramSource WRONG = plantUml("Alice -> Bob\nfoo bar baz\nBob -> Alice");
    private static final DiagramSource WRONG_WITH_START =
            plantUml("@startuml\nAlice -> Bob\nfoo bar baz\n@enduml");
    private static final DiagramSource NOSY = plantUml("!include /etc/hostname\nA -> B");
    private static final DiagramSource EMPTY = plantUml(" \n");

    private static final List<DiagramSource> ALL =
            List.of(SEQUENCE, CLASSES, DITAA, WRONG, WRONG_WITH_START, NOSY, EMPTY, SEQUENCE);

    @TempDir static Path temp;
    private static List<DiagramResult> results;

    @BeforeAll
    static void drawAll() {
        AwtFonts.install(Path.of("docs-theme/fonts"), temp.resolve("fonts"));
        results =
                new DiagramRenderer(temp.resolve("cache"), Asciidoctor.Factory::create).render(ALL);
    }

    @Test
    void resultsComeInTheOrderOfTheSources() {
        assertThat(results).hasSize(ALL.size());
        assertThat(results.get(7)).isEqualTo(results.get(0));
    }

    @Test
    void sequenceIsDrawnInInkWithTheBooksFont() {
        assertThat(svg(0))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("class=\"diagram\" role=\"img\" viewBox=\"0 0 ")
                .contains("font-family=\"'Source Sans 3','Noto Sans SC',sans-serif\"")
                .contains("fill=\"currentColor\"", ">hello 你好</text>", ">Alice</text>")
                .doesNotContain(
                        PlantUmlStyle.INK, PlantUmlStyle.BOX, "textLength", "<!--", "data-");
    }

    @Test
    void classesAreLaidOutWithoutGraphviz() {
        assertThat(svg(1)).contains(">A</text>", ">uses</text>").doesNotContainIgnoringCase("dot");
    }

    @Test
    void ditaaIsDrawnWithoutPaperAndShadows() {
        assertThat(svg(2))
                .contains("stroke=\"currentColor\"", "viewBox=\"0 0 ")
                .doesNotContain("ffffff", "filter", "000000");
    }

    @Test
    void wrongLineIsNamedAsTheAuthorCountsIt() {
        assertThat(results.get(3))
                .isEqualTo(new Broken("Syntax Error? (Assumed diagram type: sequence)", 2));
    }

    @Test
    void wrongLineIsNamedAlsoWhenTheAuthorWroteTheStart() {
        assertThat(results.get(4))
                .isEqualTo(new Broken("Syntax Error? (Assumed diagram type: sequence)", 3));
    }

    @Test
    void filesOfTheMachineStayClosed() {
        assertThat(results.get(5)).isEqualTo(new Broken("cannot include /etc/hostname", 1));
    }

    @Test
    void emptyDiagramIsRefused() {
        assertThat(results.get(6)).isEqualTo(new Broken("the diagram is empty", 0));
    }

    @Test
    void onlyDrawnDiagramsAreKept() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("cache"))) {
            assertThat(files).hasSize(3).allMatch(file -> file.toString().endsWith(".svg"));
        }
    }

    @Test
    void keptPictureIsTakenInsteadOfADrawing() throws IOException {
        Path folder = temp.resolve("other");
        new DiagramCache(folder).keep(WRONG, "<svg/>");
        assertThat(new DiagramRenderer(folder, Asciidoctor.Factory::create).render(List.of(WRONG)))
                .containsExactly(new Drawn("<svg/>"));
    }

    @Test
    void oneEngineDrawsAgainAndAgain() {
        try (Asciidoctor engine = Asciidoctor.Factory.create()) {
            for (String text : List.of("first", "second")) {
                DiagramRenderer renderer = new DiagramRenderer(temp.resolve(text), () -> engine);
                List<DiagramResult> drawn = renderer.render(List.of(plantUml("A -> B: " + text)));

                assertThat(drawn).hasSize(1).first().isInstanceOf(Drawn.class);
                assertThat(((Drawn) drawn.get(0)).svg()).contains(">" + text + "</text>");
            }
        }
    }

    private static DiagramSource plantUml(String text) {
        return new DiagramSource(DiagramKind.PLANTUML, text);
    }

    private static String svg(int result) {
        return ((Drawn) results.get(result)).svg();
    }
}
