package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lectern.model.Location;
import org.junit.jupiter.api.Test;

class EditorLinkTest {
    private static final Path ROOT = Path.of("my book").toAbsolutePath();
    private static final String ENCODED = ROOT.toString().replace(" ", "%20");

    private final EditorLink link = new EditorLink(ROOT, ServeSettings.VS_CODE);

    @Test
    void placeIsOpenedAtItsLineAndColumn() {
        assertThat(link.to(new Location("notes/a+b c.adoc", 3, 7)))
                .isEqualTo("vscode://file" + ENCODED + "/notes/a%2Bb%20c.adoc:3:7");
    }

    @Test
    void findingAboutAWholeFileOpensItsFirstLine() {
        assertThat(link.to(Location.of("x.adoc", 0))).startsWith("vscode://").contains("x.adoc:1:");
    }

    @Test
    void anyFileLeavesTheRestToThePage() {
        EditorLink idea = new EditorLink(ROOT, "idea://open?file={path}&line={line}");

        assertThat(idea.toAnyFile())
                .isEqualTo("idea://open?file=" + ENCODED + "/{file}&line={line}");
        assertThat(new EditorLink(Path.of("/"), "x:{path}").toAnyFile()).isEqualTo("x:/{file}");
    }
}
