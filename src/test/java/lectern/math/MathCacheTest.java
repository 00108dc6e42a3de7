package lectern.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MathCacheTest {

    @TempDir Path temp;

    private final List<String> rendered = new ArrayList<>();

    @Test
    void formulaIsRenderedOnceAndThenRead() {
        MathPicture first = cache().picture("x\n+y", true);
        assertThat(cache().picture("x\n+y", true)).isEqualTo(first);
        assertThat(rendered).containsExactly("x\n+y true");
    }

    @Test
    void displayAndInlineAreKeptApart() {
        cache().picture("x", true);
        cache().picture("x", false);
        assertThat(rendered).containsExactly("x true", "x false");
    }

    @Test
    void folderHoldsNoDrafts() throws IOException {
        cache().picture("x", true);
        try (Stream<Path> files = Files.list(temp.resolve("cache"))) {
            assertThat(files).hasSize(1).allMatch(file -> file.toString().endsWith(".math"));
        }
    }

    private MathCache cache() {
        return new MathCache(
                temp.resolve("cache"),
                (latex, display) -> {
                    rendered.add(latex + " " + display);
                    return new MathPicture(
                            "<svg>" + latex + "\n\n</svg>", "<math/>", 1.1, 2.2, 1.0 / 3);
                });
    }
}
