package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A book that is edited all day must not grow. One edit makes a tree of its chapter, the text of
 * its page and what the engine parsed, some hundred kilobytes here; a thousand edits that each
 * leave a hundredth of that behind would be found.
 */
class LiveBookMemoryTest {
    private static final int EDITS = 1000;
    private static final long BOUND_BYTES = 2L << 20;

    @TempDir private Path root;

    @Test
    void aThousandEditsLeaveNothingBehind() throws IOException {
        write("book.adoc", "= Book\n:doctype: book\n\ninclude::c1.adoc[]\n\ninclude::c2.adoc[]\n");
        write("c2.adoc", "[#two]\n== Two\n\nSee <<one>>.footnote:[Yes.]\n");
        edit(0);
        BookLayout layout = BookLayout.of(root.resolve("text/book.adoc"), root.resolve("target"));
        try (LiveBook book = new LiveBook(layout, root.resolve("site"))) {
            assertThat(book.refresh().findings()).isEmpty();
            edits(book, 1, EDITS / 4);
            long before = used();
            edits(book, EDITS / 4, EDITS / 4 + EDITS);

            assertThat(used() - before).isLessThan(BOUND_BYTES);
            assertThat(root.resolve("site/one.html"))
                    .content()
                    .contains(String.format(Locale.ROOT, "Edit %05d.", EDITS / 4 + EDITS - 1));
        }
    }

    /** Save and show, and now and then let the whole book follow. */
    private void edits(LiveBook book, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            edit(i);
            assertThat(book.refresh().files()).containsExactly("one.html");
            if (i % 50 == 0) {
                book.settle();
            }
        }
        book.settle();
    }

    private void edit(int number) throws IOException {
        String text =
                IntStream.range(0, 40)
                        .mapToObj(i -> "A sentence with ((term" + i + ")) and *bold* words.\n\n")
                        .collect(Collectors.joining());
        write(
                "c1.adoc",
                String.format(Locale.ROOT, "[#one]\n== One\n\nEdit %05d.\n\n%s", number, text));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve("text"));
        Files.writeString(root.resolve("text").resolve(file), text);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
