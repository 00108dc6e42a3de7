package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TitlePictureTest {
    private static final int PAPER = 0xfffffdf9;

    private static BookMeta meta(String title, String description, String... authors) {
        return new BookMeta(title, List.of(authors), "1.0", description, "en");
    }

    private static BufferedImage cover(BookMeta meta) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(TitlePicture.cover(meta, Theme.builtIn())));
    }

    /** The smallest rectangle, in pixels, that has all that was drawn on the paper. */
    private static Rectangle drawn(BufferedImage image) {
        Rectangle drawn = new Rectangle(-1, -1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != PAPER) {
                    drawn.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return drawn;
    }

    @Test
    void coverKeepsItsMargins() throws IOException {
        BufferedImage image = cover(meta("Systems, Annotated", "What runs on the page.", "A. B."));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(1800);
        Rectangle drawn = drawn(image);
        assertThat(drawn.x).isGreaterThanOrEqualTo(110);
        assertThat(drawn.getMaxX()).isBetween(1080.0, 1092.0);
        assertThat(drawn.getMaxY()).isBetween(1580.0, 1720.0);
    }

    @Test
    void longAndChineseTitlesStayOnTheCover() throws IOException {
        String title = "系统 & 机器学习系统笔记与注释大全集" + " word".repeat(80);
        Rectangle drawn = drawn(cover(meta(title, "", "")));
        assertThat(drawn.getMaxX()).isLessThan(1092);
        assertThat(drawn.getMaxY()).isBetween(1500.0, 1790.0);
    }

    @Test
    void sameBookGivesTheSamePicture() {
        BookMeta meta = meta("系统", "What runs.", "A. B.");
        assertThat(TitlePicture.cover(meta, Theme.builtIn()))
                .isEqualTo(TitlePicture.cover(meta, Theme.builtIn()))
                .isNotEqualTo(TitlePicture.shared(meta, Theme.builtIn()));
    }
}
