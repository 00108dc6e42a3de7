package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPicturesTest {
    private static final String BARS =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">
            <defs><clipPath id="room"><rect x="0" y="0" width="100" height="100"/></clipPath></defs>
            <rect clip-path="url(#room)" x="0" y="0" width="200" height="100" fill="#2f7fc1"/>
            <text x="120" y="50" fill="currentColor">Bars</text></svg>
            """;

    @TempDir Path folder;

    @BeforeEach
    void writePicture() throws IOException {
        Files.writeString(folder.resolve("bars.svg"), BARS);
    }

    @Test
    void pictureIsPaintedInItsSizeAndClip() throws IOException {
        // 100 of 200 by 100 pixels, twice, at 96 dots to the inch
        assertThat(pixels(write("A paragraph."), 0x2f7fc1)).isBetween(19_500, 20_500);
    }

    @Test
    void samePictureIsPaintedOnceWhateverItsPlace() throws IOException {
        write("A paragraph.");
        assertThat(kept()).hasSize(1);
        write("Another paragraph.");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void pictureIsTakenOverAsItWasPainted() throws IOException {
        write("A paragraph.");
        Path blue = kept().get(0);
        Files.writeString(folder.resolve("bars.svg"), BARS.replace("#2f7fc1", "#d55e00"));
        write("A paragraph.");
        Path red = kept().stream().filter(file -> !file.equals(blue)).findFirst().orElseThrow();
        Files.copy(blue, red, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        forgetPages();
        Path taken = write("A paragraph.");
        assertThat(pixels(taken, 0xd55e00)).isZero();
        assertThat(pixels(taken, 0x2f7fc1)).isBetween(19_500, 20_500);
    }

    @Test
    void paintedAndTakenOverGiveTheSameFile() throws IOException {
        byte[] painted = Files.readAllBytes(write("A paragraph."));
        forgetPages();
        assertThat(Files.readAllBytes(write("A paragraph."))).isEqualTo(painted);
    }

    @Test
    void pictureKeepsItsDescriptionWhenItIsTakenOver() throws IOException {
        write("A paragraph.");
        forgetPages();
        try (var document = Loader.loadPDF(write("A paragraph.").toFile())) {
            long described =
                    document.getDocument().getXrefTable().keySet().stream()
                            .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                            .filter(org.apache.pdfbox.cos.COSDictionary.class::isInstance)
                            .map(org.apache.pdfbox.cos.COSDictionary.class::cast)
                            .filter(one -> "Two bars".equals(one.getString("Alt")))
                            .count();
            assertThat(described).isEqualTo(2);
        }
    }

    @Test
    void bookWithPaintedPicturesLoadsNoClassOfThePainter() throws Exception {
        assertThat(painterClasses("first.log")).hasSizeGreaterThan(100);
        forgetPages();
        assertThat(painterClasses("second.log")).isEmpty();
    }

    /** Classes of Batik that a process loads to write the book. */
    private List<String> painterClasses(String name) throws IOException, InterruptedException {
        Path log = folder.resolve(name);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djava.awt.headless=true",
                                "-Xlog:class+load:file=" + log,
                                "-cp",
                                System.getProperty("java.class.path"),
                                PdfPicturesProbe.class.getName(),
                                folder.toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).isZero();
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        assertThat(lines).anyMatch(line -> line.contains("lectern.render.PdfDrawer "));
        return lines.stream().filter(line -> line.contains(" org.apache.batik.")).toList();
    }

    /** Pages that are kept would not be set again. */
    private void forgetPages() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("drawn/pages"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private Path write(String paragraph) {
        Path file = folder.resolve("book.pdf");
        PdfPicturesProbe.write(folder, file, paragraph);
        return file;
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("drawn/painted"))) {
            return files.toList();
        }
    }

    private static int pixels(Path pdf, int colour) throws IOException {
        int count = 0;
        try (var document = Loader.loadPDF(pdf.toFile())) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 96);
                int width = image.getWidth();
                int height = image.getHeight();
                for (int rgb : image.getRGB(0, 0, width, height, null, 0, width)) {
                    count += (rgb & 0xFFFFFF) == colour ? 1 : 0;
                }
            }
        }
        return count;
    }
}
