package lectern.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lectern.model.Location;
import lectern.script.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line of a script in a stack trace. */
class TracePlacesTest {
    private static final Path ROOT = Path.of("/book");
    private static final Script SCRIPT =
            new Script(
                    ROOT.resolve("scripts/One.java"),
                    "One",
                    "",
                    17,
                    List.of(ROOT.resolve("scripts/One.java"), ROOT.resolve("scripts/lib/Out.java")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
                    at java.base/List.of(List.java:9);at One.main(One.java:12), scripts/One.java:12:1
                    at Out.write(Out.java:7);at One.main(One.java:12), scripts/lib/Out.java:7:1
                    at Other.main(Other.java:1), none
                    (One.java:99999999999999999999), none
                    no trace at all, none
                    """)
    void ofFindsTheInnermostFrameOfTheScript(String trace, String place) {
        assertThat(TracePlaces.of(ROOT, SCRIPT, trace.replace(';', '\n')).map(Location::toString))
                .isEqualTo(java.util.Optional.ofNullable(place));
    }
}
