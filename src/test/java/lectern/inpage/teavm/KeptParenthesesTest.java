package lectern.inpage.teavm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The class of the compiler that writes expressions is the one that is mended. */
class KeptParenthesesTest {
    private static final List<File> LIBRARIES =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new)
                    .toList();

    @Test
    void mendedClassIsLoadedAndHoldsTogether() throws Exception {
        try (CompilerLoader loader = new CompilerLoader(LIBRARIES)) {
            Class<?> type = Class.forName(KeptParentheses.MENDED, true, loader);
            assertThat(type.getClassLoader()).isSameAs(loader);
            // the JVM looks at each method before it gives them out
            assertThat(type.getDeclaredMethods()).isNotEmpty();
        }
    }

    @Test
    void anotherClassIsRefused() throws Exception {
        try (InputStream other = getClass().getResourceAsStream("KeptParenthesesTest.class")) {
            byte[] bytes = other.readAllBytes();
            assertThatThrownBy(() -> KeptParentheses.of(bytes))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "org.teavm.backend.javascript.rendering.StatementRenderer is not what it"
                                    + " was; look again at how it writes parentheses");
        }
    }
}
