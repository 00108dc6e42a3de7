package lectern.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.script.Resolved;
import lectern.script.Script;
import lectern.script.UnresolvedDependency;
import lectern.text.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries out of a repository in a folder; nothing here needs a network. */
class MavenRepositoriesTest {
    // nothing listens on port 1
    private static final String UNREACHABLE = "http://127.0.0.1:1/maven2";

    @TempDir private Path remote;
    @TempDir private Path local;
    @TempDir private Path cache;

    @BeforeEach
    void publish() throws IOException {
        publish("top", "1.0", "test:below:2.0");
        publish("below", "2.0", "");
        publish("hollow", "1.0", "test:absent:3.0");
    }

    @Test
    void dependencyComesWithWhatItNeedsAndItsChecksum() {
        List<Resolved> found = reachable().resolve(List.of("test:top:1.0"));

        assertThat(found.stream().map(Resolved::coordinates))
                .containsExactly("test:top:1.0", "test:below:2.0");
        assertThat(found.get(0).file()).startsWith(local).hasContent("jar of top");
        assertThat(found.get(0).sha256()).isEqualTo(Digests.of("jar of top").hex());
    }

    @Test
    void whatWasFetchedOnceNeedsNoNetwork() {
        reachable().resolve(List.of("test:top:1.0"));

        assertThat(MavenRepositories.of(UNREACHABLE, local).resolve(List.of("test:top:1.0")))
                .hasSize(2);
    }

    @Test
    void dependencyThatDoesNotExistIsNamed() {
        UnresolvedDependency e = failure(reachable(), "test:topp:1.0");

        assertThat(e).hasMessage("dependency 'test:topp:1.0' does not exist");
        assertThat(e.hint())
                .isEqualTo("check group, artifact and version; the repositories have no such file");
    }

    @Test
    void dependencyOfADependencyThatDoesNotExistIsNamedWithIt() {
        assertThat(failure(reachable(), "test:hollow:1.0"))
                .hasMessage("'test:absent:3.0', which test:hollow:1.0 needs, does not exist");
    }

    @Test
    void noNetworkOnFirstUseSaysWhatToDo() {
        UnresolvedDependency e = failure(MavenRepositories.of(UNREACHABLE, local), "test:top:1.0");

        assertThat(e)
                .hasMessage(
                        "dependency 'test:top:1.0' is not on this machine, and no repository can"
                                + " be reached");
        assertThat(e.hint())
                .isEqualTo(
                        "go online once, and it will be kept; behind a proxy, name it in"
                                + " settings.xml");
    }

    @Test
    void coordinatesOfJBangKeepClassifierAndType() {
        for (String text : List.of("a:b:1", "a:b:1:linux", "a:b:1@zip", "a:b:1:linux@zip")) {
            assertThat(Coordinates.of(Coordinates.parse(text))).isEqualTo(text);
        }
    }

    @Test
    void answerIsRememberedUntilAFileChanges() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        var dependencies =
                new RememberedDependencies(
                        cache,
                        () -> {
                            asked.incrementAndGet();
                            return reachable();
                        });
        Script script = script("test:top:1.0");
        List<Resolved> first = dependencies.resolve(script);

        assertThat(dependencies.resolve(script)).isEqualTo(first);
        assertThat(asked).hasValue(1);
        assertThat(dependencies.checksums(script))
                .containsEntry("test:top:1.0", Digests.of("jar of top").hex())
                .hasSize(2);
        Files.writeString(first.get(0).file(), "another jar");
        assertThat(dependencies.resolve(script).get(0).sha256())
                .isEqualTo(Digests.of("another jar").hex());
        assertThat(asked).hasValue(2);
    }

    @Test
    void scriptWithoutDependenciesLoadsNoResolver() {
        var dependencies =
                new RememberedDependencies(
                        cache,
                        () -> {
                            throw new AssertionError("the resolver was loaded");
                        });

        assertThat(dependencies.resolve(script())).isEmpty();
    }

    private MavenRepositories reachable() {
        return MavenRepositories.of(remote.toUri().toString(), local);
    }

    private static UnresolvedDependency failure(MavenRepositories repositories, String name) {
        return catchThrowableOfType(
                UnresolvedDependency.class, () -> repositories.resolve(List.of(name)));
    }

    private static Script script(String... dependencies) {
        Path file = Path.of("/book/scripts/One.java");
        return new Script(
                file,
                "One",
                "",
                17,
                List.of(file),
                List.of(dependencies),
                List.of(),
                List.of(),
                List.of());
    }

    private void publish(String artifact, String version, String needs) throws IOException {
        Path folder = remote.resolve("test/" + artifact + "/" + version);
        Files.createDirectories(folder);
        String base = artifact + "-" + version;
        String[] parts = needs.split(":");
        String dependencies =
                needs.isEmpty()
                        ? ""
                        : """
                          <dependencies><dependency><groupId>%s</groupId><artifactId>%s</artifactId>
                          <version>%s</version></dependency></dependencies>
                          """
                                .formatted((Object[]) parts);
        Files.writeString(
                folder.resolve(base + ".pom"),
                """
                <project><modelVersion>4.0.0</modelVersion><groupId>test</groupId>
                <artifactId>%s</artifactId><version>%s</version>%s</project>
                """
                        .formatted(artifact, version, dependencies));
        Files.writeString(folder.resolve(base + ".jar"), "jar of " + artifact);
    }
}
