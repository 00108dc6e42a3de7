package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines that share their runs through a real server, and what can go wrong with it. */
class SharedRunsIT {
    private static final String IGNORED =
            "notes/one.adoc:3:1: warning: the shared run of cell 'one' is ignored: %s [shared-run]\n";
    private static final String GIVEN_UP =
            "notes/one.adoc:3:1: warning: runs are not shared through %s: %s [shared-run]\n";

    @TempDir private Path temp;
    private NginxStore store;
    private int machines;

    @BeforeEach
    void start() throws Exception {
        store = NginxStore.start(temp.toRealPath().resolve("server"));
    }

    @AfterEach
    void stop() throws Exception {
        if (store != null) {
            store.stop();
        }
    }

    /** A fresh checkout of the same book without a record. */
    private Path machine(String options) throws IOException {
        Path book = temp.resolve("machine" + machines++);
        Files.createDirectories(book.resolve("notes"));
        Files.createDirectories(book.resolve("scripts"));
        Files.writeString(book.resolve("notes/book.adoc"), "= Book\n\ninclude::one.adoc[]\n");
        Files.writeString(
                book.resolve("notes/one.adoc"),
                """
                == One

                [#one.cell%s]
                .One
                [source,java]
                ----
                include::{scripts}/One.java[tag=a]
                ----
                """
                        .formatted(options));
        Files.writeString(
                book.resolve("scripts/One.java"),
                """
                //JAVA 17+
                //DESCRIPTION One.
                class One {
                    // tag::a[]
                    public static void main(String[] args) {
                        System.out.println("one \u00bd");
                    }
                    // end::a[]
                }
                """);
        return book;
    }

    private static Shell.Said lectern(Path book, String verb, String url) throws Exception {
        Shell.Said said =
                Shell.run(
                        book,
                        List.of(
                                "java",
                                "-jar",
                                Shell.ROOT.resolve("target/lectern.jar").toString(),
                                verb,
                                "--store",
                                url));
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        return said;
    }

    private static Map<String, String> records(Path book) throws IOException {
        Map<String, String> records = new TreeMap<>();
        try (Stream<Path> files = Files.list(book.resolve("notes/runs"))) {
            for (Path file : files.toList()) {
                records.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(records).containsKeys("one.run", "one.out");
        return records;
    }

    @Test
    void runOfOneMachineServesTheNext() throws Exception {
        Path first = machine("");
        assertThat(lectern(first, "run", store.url("runs")).out())
                .contains("run one")
                .endsWith("recorded 1 run\n");
        assertThat(store.entry().getFileName().toString()).matches("[0-9a-f]{64}");

        Path second = machine("");
        Shell.Said said = lectern(second, "run", store.url("runs") + "/");

        assertThat(said.out())
                .isEqualTo("take one from " + store.url("runs") + "\nrecorded 1 run\n");
        assertThat(said.err()).isEmpty();
        assertThat(records(second)).isEqualTo(records(first));
        assertThat(lectern(second, "verify", store.url("runs")).out())
                .isEqualTo(
                        "take one from "
                                + store.url("runs")
                                + "\nverified 1 cell, 0 differing, 0 skipped, 0 failed\n");
    }

    @Test
    void damagedEntriesAreIgnoredAndReplaced() throws Exception {
        Path first = machine("");
        lectern(first, "run", store.url("runs"));
        byte[] good = Files.readAllBytes(store.entry());
        byte[] poisoned =
                new String(good, StandardCharsets.UTF_8)
                        .replace("one \u00bd", "two \u00bd")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] large = Arrays.copyOf(good, (16 << 20) + 1);
        Map<byte[], String> entries =
                Map.of(
                        poisoned,
                        "it was cut off or changed on its way",
                        Arrays.copyOf(good, good.length - 9),
                        "it was cut off or changed on its way",
                        new byte[0],
                        "it was cut off",
                        large,
                        "it is larger than 16 MiB");
        for (Map.Entry<byte[], String> entry : entries.entrySet()) {
            Files.write(store.entry(), entry.getKey());
            Path next = machine("");
            Shell.Said said = lectern(next, "run", store.url("runs"));
            assertThat(said.err()).isEqualTo(IGNORED.formatted(entry.getValue()));
            assertThat(records(next)).isEqualTo(records(first));
            assertThat(Files.readAllBytes(store.entry())).isEqualTo(good);
        }
    }

    @Test
    void slowServerIsGivenUp() throws Exception {
        Path first = machine("");
        lectern(first, "run", store.url("runs"));
        Path next = machine("");
        Shell.Said said = lectern(next, "run", store.url("slow"));
        assertThat(said.err())
                .isEqualTo(GIVEN_UP.formatted(store.url("slow"), "it did not answer within 5.0 s"));
        assertThat(records(next)).isEqualTo(records(first));
    }

    @Test
    void refusalCostsAWarningOnly() throws Exception {
        Path book = machine("");
        assertThat(lectern(book, "run", store.url("closed")).err())
                .isEqualTo(
                        GIVEN_UP.formatted(store.url("closed"), "it answers GET with status 403"));
        Path other = machine("");
        assertThat(lectern(other, "run", store.url("readonly")).err())
                .isEqualTo(
                        GIVEN_UP.formatted(
                                store.url("readonly"), "it answers PUT with status 405"));
    }

    @Test
    void absentServerCostsAWarningOnly() throws Exception {
        String gone = store.url("runs");
        store.stop();
        store = null;
        assertThat(lectern(machine(""), "run", gone).err())
                .isEqualTo(GIVEN_UP.formatted(gone, "it cannot be reached"));
    }

    @Test
    void measurementIsNeitherGivenNorTaken() throws Exception {
        Shell.Said said = lectern(machine(",opts=volatile"), "run", store.url("runs"));
        assertThat(said.out()).contains("run one");
        try (Stream<Path> entries = Files.list(store.entries())) {
            assertThat(entries).isEmpty();
        }
    }
}
