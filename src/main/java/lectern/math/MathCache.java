package lectern.math;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BiFunction;

/**
 * Keeps formulas in a folder between builds.
 *
 * <p>A formula that is there is read without loading a class of JLaTeXMath or AWT.
 */
public final class MathCache {

    /** To be raised when the same formula gives another picture. */
    private static final int VERSION = 2;

    private final Path folder;
    private final BiFunction<String, Boolean, MathPicture> renderer;

    /**
     * Open a cache.
     *
     * @param folder may be missing yet
     * @param fonts makes the fonts known, before a formula that is not in the folder is set
     */
    public MathCache(Path folder, Runnable fonts) {
        this(
                folder,
                (latex, display) -> {
                    fonts.run();
                    return new MathRenderer().render(latex, display);
                });
    }

    MathCache(Path folder, BiFunction<String, Boolean, MathPicture> renderer) {
        this.folder = folder;
        this.renderer = renderer;
    }

    /**
     * The picture of a formula, from the folder or set now and kept.
     *
     * @param latex LaTeX without delimiters
     * @param display true for a formula on a line of its own
     * @throws MathException if it does not parse
     */
    public MathPicture picture(String latex, boolean display) {
        Path file = folder.resolve(key(latex, display) + ".math");
        try {
            return read(file);
        } catch (NoSuchFileException e) {
            return keep(file, renderer.apply(latex, display));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static MathPicture read(Path file) throws IOException {
        String[] lines = Files.readString(file).split("\n", 5);
        return new MathPicture(
                lines[4],
                lines[3],
                Double.parseDouble(lines[0]),
                Double.parseDouble(lines[1]),
                Double.parseDouble(lines[2]));
    }

    private MathPicture keep(Path file, MathPicture picture) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "math", ".tmp");
            Files.writeString(
                    draft,
                    picture.widthEm()
                            + "\n"
                            + picture.heightEm()
                            + "\n"
                            + picture.depthEm()
                            + "\n"
                            + picture.mathml()
                            + "\n"
                            + picture.svg());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static String key(String latex, boolean display) {
        String all = VERSION + (display ? " display " : " inline ") + latex;
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
