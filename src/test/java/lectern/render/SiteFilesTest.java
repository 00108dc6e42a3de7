package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFilesTest {
    @TempDir Path folder;

    @Test
    void sameTextIsWrittenOnce() {
        new SiteFiles(folder).write("a/b.html", "x");
        SiteFiles again = new SiteFiles(folder);
        again.write("a/b.html", "x");
        assertThat(again.written()).isZero();
        again.write("a/b.html", "y");
        assertThat(again.written()).isEqualTo(1);
        assertThat(folder.resolve("a/b.html")).hasContent("y");
    }

    @Test
    void othersAreRemovedWithTheirFolders() {
        new SiteFiles(folder).write("old/a.html", "x");
        SiteFiles files = new SiteFiles(folder);
        files.write("new.html", "x");
        assertThat(files.removeOthers()).isEqualTo(1);
        assertThat(folder.resolve("old")).doesNotExist();
        assertThat(folder.resolve("new.html")).exists();
    }

    @Test
    void pathThatLeavesTheSiteIsRefused() {
        assertThatThrownBy(() -> new SiteFiles(folder).write("../x", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path '../x' leaves the site");
    }

    @Test
    void nothingIsTouchedBeforeItIsPublished() {
        new SiteFiles(folder).write("old.html", "old");
        new SiteFiles(folder).write("a.html", "old");
        SiteFiles files = SiteFiles.waiting(folder);
        files.write("a.html", "new");
        files.copy(folder.resolve("old.html"), "copy.html");
        assertThat(files.removeOthers()).isZero();
        assertThat(folder.resolve("a.html")).hasContent("old");
        assertThat(folder.resolve("copy.html")).doesNotExist();
        files.publish();
        assertThat(folder.resolve("a.html")).hasContent("new");
        assertThat(folder.resolve("copy.html")).hasContent("old");
        assertThat(folder.resolve("old.html")).doesNotExist();
    }
}
