package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lectern.build.BookLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class BookWatchTest {
    @TempDir private Path root;

    @ParameterizedTest
    @CsvSource({
        "notes/one.adoc,true",
        "notes/images/a.png,true",
        "scripts/lib/Out.java,true",
        "notes/.one.adoc.tmp,false",
        "notes/.git/index,false",
        "notes/one.adoc~,false",
        "notes/one.adoc.swp,false",
        "notes/4913,false",
        "target/book/site/index.html,false",
        "target/lectern/live/index.html,false"
    })
    void onlyWhatTheBookIsMadeOfMatters(String file, boolean matters) throws IOException {
        BookLayout layout = new ServedBook(root).layout();

        assertThat(BookWatch.matters(layout, layout.root().resolve(file))).isEqualTo(matters);
    }

    @Test
    void includedFileThatLiesElsewhereIsHeardOf() throws Exception {
        ServedBook book = new ServedBook(root);
        book.write("data/numbers.csv", "1\n");
        Semaphore heard = new Semaphore(0);
        try (BookWatch watch = new BookWatch(book.layout(), heard::release)) {
            watch.start();
            watch.also(List.of(root.resolve("data/numbers.csv")));
            book.write("data/numbers.csv", "2\n");
            assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void savedRenamedAndDeletedFilesAreHeardOf() throws Exception {
        ServedBook book = new ServedBook(root);
        Semaphore heard = new Semaphore(0);
        try (BookWatch watch = new BookWatch(book.layout(), heard::release)) {
            watch.start();
            book.write("scripts/One.java", "class One {}\n");
            assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            book.write("notes/new/folder/c4.adoc", "== Four\n");
            assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            heard.drainPermits();
            Files.move(root.resolve("notes/c1.adoc"), root.resolve("notes/c9.adoc"));
            assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
