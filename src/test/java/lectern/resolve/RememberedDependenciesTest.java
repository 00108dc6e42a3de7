package lectern.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.script.Resolved;
import lectern.script.Script;
import lectern.text.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of the files of libraries. */
class RememberedDependenciesTest {
    private static final int THREADS = 8;

    @TempDir private Path folder;
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void threadsThatAskAtOneTimeGetOneAnswer() throws Exception {
        Path jar = folder.resolve("a.jar");
        SourceFiles.write(jar, "a");
        List<Resolved> answer = List.of(new Resolved("org.example:a:1", jar, "0123"));
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<List<Resolved>> ask =
                () -> {
                    RememberedDependencies dependencies =
                            new RememberedDependencies(
                                    folder.resolve("kept"), () -> coordinates -> answered(answer));
                    start.await();
                    return dependencies.resolve(wanting("org.example:a:1"));
                };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Resolved>>> answers =
                    threads.invokeAll(Collections.nCopies(THREADS, ask));
            for (Future<List<Resolved>> one : answers) {
                assertThat(one.get()).isEqualTo(answer);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(asked).hasValue(1);
    }

    private List<Resolved> answered(List<Resolved> answer) {
        asked.incrementAndGet();
        return answer;
    }

    private static Script wanting(String coordinates) {
        return new Script(
                Path.of("a"),
                "a",
                "",
                17,
                List.of(),
                List.of(coordinates),
                List.of(),
                List.of(),
                List.of());
    }
}
