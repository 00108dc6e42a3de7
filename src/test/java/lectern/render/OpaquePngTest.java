package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class OpaquePngTest {

    static byte[] png(int type, int... argb) throws IOException {
        BufferedImage image = new BufferedImage(argb.length, 2, type);
        for (int x = 0; x < argb.length; x++) {
            image.setRGB(x, 0, argb[x]);
            image.setRGB(x, 1, argb[x]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void transparencyBecomesWhitePaper() throws IOException {
        byte[] bytes =
                png(BufferedImage.TYPE_INT_ARGB, 0x00000000, 0xff102030, 0x80000000, 0xffffffff);
        BufferedImage flat = ImageIO.read(new ByteArrayInputStream(OpaquePng.of(bytes)));
        assertThat(flat.getColorModel().hasAlpha()).isFalse();
        assertThat(flat.getRGB(0, 0)).isEqualTo(0xffffffff);
        assertThat(flat.getRGB(1, 1)).isEqualTo(0xff102030);
        assertThat(flat.getRGB(2, 1)).isEqualTo(0xff7f7f7f);
        assertThat(flat.getRGB(3, 0)).isEqualTo(0xffffffff);
    }

    @Test
    void opaquePictureStaysAsItIs() throws IOException {
        byte[] bytes = png(BufferedImage.TYPE_INT_RGB, 0xff102030);
        assertThat(OpaquePng.of(bytes)).isSameAs(bytes);
    }

    @Test
    void otherBytesStayAsTheyAre() throws IOException {
        byte[] bytes = {1, 2, 3};
        assertThat(OpaquePng.of(bytes)).isSameAs(bytes);
    }
}
