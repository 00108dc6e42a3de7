package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MistakeTest {
    @TempDir private Path root;

    @Test
    void mistakeQuotesItsLineAndLeadsToTheEditor() throws IOException {
        Files.writeString(root.resolve("a note.adoc"), "== One\n\n  see <<nowhere>>\n");
        Diagnostic finding =
                Diagnostic.error(
                        Rule.UNRESOLVED_XREF,
                        new Location("a note.adoc", 3, 7),
                        "no such id",
                        "add it");

        Mistake mistake = Mistake.of(root, ServeSettings.VS_CODE, finding);

        assertThat(mistake.printed())
                .isEqualTo(
                        "a note.adoc:3:7: error: no such id [unresolved-xref]\n"
                                + "  3 | see <<nowhere>>\n"
                                + "  hint: add it");
        assertThat(mistake.link()).isEqualTo("vscode://file" + root + "/a%20note.adoc:3:7");
        assertThat(JsonText.of(mistake.told()))
                .isEqualTo(
                        "{\"severity\":\"error\",\"place\":\"a note.adoc:3:7\",\"message\":\"no"
                                + " such id\",\"rule\":\"unresolved-xref\",\"hint\":\"add it\",\"line\":3,"
                                + "\"quote\":\"  see \\u003c\\u003cnowhere>>\",\"link\":\""
                                + mistake.link()
                                + "\"}");
    }

    @Test
    void mistakeInAFileThatIsGoneHasNoQuote() {
        Diagnostic finding =
                Diagnostic.warning(Rule.UNRESOLVED_XREF, Location.of("gone.adoc", 2), "no such id");

        assertThat(Mistake.of(root, "idea://open?file={path}&line={line}", finding).printed())
                .isEqualTo("gone.adoc:2:1: warning: no such id [unresolved-xref]");
    }
}
