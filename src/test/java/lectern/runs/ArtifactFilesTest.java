package lectern.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellOptions;
import lectern.model.CellRun;
import lectern.model.CellSource;
import lectern.model.Inputs;
import lectern.model.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactFilesTest {
    private static final byte[] BYTES = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    @TempDir private Path folder;

    private void leave(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    @Test
    void everyKindIsCollectedInOrder() throws IOException {
        leave("facts.tsv", "");
        leave("notes.txt", "not ours");
        leave("html-map.html", "<p>map</p>");
        leave("html-map.txt", "a map");
        leave("fig-knee.json", "{}");
        leave("fig-photo.txt", "a photo");
        Files.write(folder.resolve("fig-photo.png"), BYTES);
        leave("table-rows.csv", "a,b\r\n1,2\r\n");
        leave("table-kinds.adoc", "|===\n|a\n|===\n");

        List<Artifact> found = ArtifactFiles.collect(folder);

        assertThat(found)
                .extracting(Artifact::fileName)
                .containsExactly(
                        "table-rows.csv",
                        "table-kinds.adoc",
                        "fig-knee.json",
                        "fig-photo.png",
                        "fig-photo.txt",
                        "html-map.html",
                        "html-map.txt");
        assertThat(found.get(0).content()).isEqualTo("a,b\n1,2\n");
        assertThat(found.get(3).bytes()).isEqualTo(BYTES);
        assertThat(found)
                .extracting(Artifact::label)
                .containsExactly(
                        "table:rows",
                        "table:kinds",
                        "figure:knee",
                        "figure:photo",
                        "",
                        "html:map",
                        "");
    }

    @Test
    void namesThatNoPageCanShowAreRefused() throws IOException {
        leave("fig-knee.gif", "");
        assertThatThrownBy(() -> ArtifactFiles.collect(folder))
                .hasMessage("'fig-knee.gif' has an ending no page can show");
    }

    @Test
    void twoFilesForOneOutputAreRefused() throws IOException {
        leave("fig-knee.svg", "<svg/>");
        leave("fig-knee.json", "{}");
        assertThatThrownBy(() -> ArtifactFiles.collect(folder))
                .hasMessage("'fig-knee.svg' is a second figure:knee");
    }

    @Test
    void recordGivesBackEveryByteAndDropsWhatIsNoLongerLeft() {
        RunStore store = new RunStore(folder);
        Cell cell =
                new Cell(
                        new CellId("one"),
                        "part",
                        new CellSource.Scripted("scripts/One.java"),
                        CellOptions.DEFAULT,
                        Location.of("notes/one.adoc", 1),
                        5);
        CellRun run =
                run(
                        new Artifact(ArtifactKind.PNG_FIGURE, "photo", BYTES),
                        Artifact.of(ArtifactKind.FIGURE_TEXT, "photo", "a photo\n"),
                        Artifact.of(ArtifactKind.HTML, "map", "<p>map</p>\n"));
        store.write(cell, run);
        assertThat(store.read(cell)).contains(run);

        CellRun less = run(Artifact.of(ArtifactKind.ADOC_TABLE, "kinds", "|===\n|a\n|===\n"));
        store.write(cell, less);
        assertThat(store.read(cell)).contains(less);
    }

    private static CellRun run(Artifact... artifacts) {
        return new CellRun(
                new Inputs(Map.of("kernel", "x")),
                "text\n",
                List.of(),
                List.of(),
                List.of(artifacts),
                Optional.empty());
    }
}
