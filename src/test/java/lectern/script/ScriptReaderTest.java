package lectern.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of scripts, read strictly. */
class ScriptReaderTest {
    @TempDir private Path root;

    @BeforeEach
    void layLibraries() throws IOException {
        Files.createDirectories(root.resolve("lib"));
        Files.writeString(
                root.resolve("lib/A.java"),
                "//SOURCES B.java\n//DEPS g:a:1\n//DESCRIPTION A\nclass A {}\n");
        Files.writeString(root.resolve("lib/B.java"), "//SOURCES A.java\nclass B {}\n");
        Files.writeString(root.resolve("data.txt"), "");
    }

    @Test
    void readTakesInTheWholeHeader() throws IOException {
        Script script =
                read("""
                                ///usr/bin/env jbang "$0" "$@" ; exit $?
                                //JAVA 21+
                                //DESCRIPTION Say something.
                                //DEPS g:b:1.0.2 g:c:2@jar
                                //DEPS g:d:3:linux
                                //SOURCES lib/A.java
                                //FILES data.txt=data.txt
                                //COMPILE_OPTIONS -encoding UTF-8
                                //RUNTIME_OPTIONS -Xmx64m -ea

                                // a remark
                                class TheScript {}
                                """)
                        .script();

        assertThat(script.name()).isEqualTo("TheScript");
        assertThat(script.alias()).isEqualTo("the-script");
        assertThat(script.release()).isEqualTo(21);
        assertThat(script.description()).isEqualTo("Say something.");
        assertThat(script.dependencies())
                .containsExactly("g:b:1.0.2", "g:c:2@jar", "g:d:3:linux", "g:a:1");
        assertThat(script.sources())
                .containsExactly(
                        root.resolve("TheScript.java"),
                        root.resolve("lib/A.java"),
                        root.resolve("lib/B.java"));
        assertThat(script.files()).containsExactly(root.resolve("data.txt"));
        assertThat(script.compileOptions()).containsExactly("-encoding", "UTF-8");
        assertThat(script.runtimeOptions()).containsExactly("-Xmx64m", "-ea");
    }

    @Test
    void readOfPlainJavaHasTheDefaults() throws IOException {
        ScriptReader.Reading reading = read("class TheScript {}\n");

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.script().release()).isEqualTo(17);
        assertThat(reading.script().dependencies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    //JAVA 8.1 | '8.1' is no Java version
                    //DEPS g:a:LATEST | dependency 'g:a:LATEST' is not pinned
                    //DEPS g:a:1-SNAPSHOT | dependency 'g:a:1-SNAPSHOT' is not pinned
                    //DEPS g:a:1.+ | dependency 'g:a:1.+' is not pinned
                    //DEPS g:a | dependency 'g:a' is not pinned
                    //SOURCES none.java | //SOURCES file 'none.java' does not exist
                    //FILES none.txt | //FILES file 'none.txt' does not exist
                    //REPOS central | directive //REPOS is not allowed
                    //NATIVE | directive //NATIVE is not allowed
                    //GAV a:b:1 | directive //GAV is not allowed
                    """)
    void readRefusesWhatWouldDifferOutside(String line, String message) throws IOException {
        assertThat(read(line + "\nclass TheScript {}\n").findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.message()).isEqualTo(message);
                            assertThat(finding.location()).hasToString("TheScript.java:1:1");
                        });
    }

    @ParameterizedTest
    @CsvSource({"//Todo, //todo", "// DEPS a, //-", "///DEPS a, //1JAVA"})
    void remarksAreNoDirectives(String one, String other) throws IOException {
        assertThat(read(one + "\n" + other + "\nclass TheScript {}\n").findings()).isEmpty();
    }

    @Test
    void otherLineEndsAndAByteOrderMarkAreNoMatter() throws IOException {
        assertThat(read("\ufeff//JAVA 21+\r\n//DEPS g:a:1\r\nclass TheScript {}\r\n").script())
                .isEqualTo(read("//JAVA 21+\n//DEPS g:a:1\nclass TheScript {}\n").script());
    }

    @ParameterizedTest
    @CsvSource({
        "RingAllReduce, ring-all-reduce",
        "GPipe, gpipe",
        "HTMLPage2D, html-page2-d",
        "X, x"
    })
    void aliasIsWhatAReaderTypes(String name, String alias) {
        Script script =
                new Script(
                        root, name, "", 17, List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(script.alias()).isEqualTo(alias);
    }

    private ScriptReader.Reading read(String text) throws IOException {
        return ScriptReader.read(root, Files.writeString(root.resolve("TheScript.java"), text));
    }
}
