package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import lectern.convert.MarkedPage;
import lectern.model.Digest;
import lectern.render.ConvertedBook;
import lectern.text.Digests;

/** Digests of all that the pages of a chapter are made of and that the chapter itself holds. */
final class ChapterDigests {
    private static final Pattern IMAGE = Pattern.compile("<img [^>]*?src=\"([^\"]*)\"");

    private final Path base;
    private final Path drawn;
    private final Map<String, String> checksums = new HashMap<>();

    /**
     * Prepare to digest.
     *
     * @param base folder that image paths are relative to
     * @param drawn folder of pictures that the build drew
     */
    ChapterDigests(Path base, Path drawn) {
        this.base = base;
        this.drawn = drawn;
    }

    /**
     * Digests by the id of the chapter: of its HTML, its footnotes, its pictures, and of how many
     * pictures stand before it, since their parts are numbered through the book.
     */
    Map<String, Digest> of(MarkedPage page) {
        Map<String, Digest> digests = new HashMap<>();
        String text = page.text();
        Map<String, String> notes = page.notes();
        int images = 0;
        int from = 0;
        for (Map.Entry<String, String> chapter : page.chapters().entrySet()) {
            int at = text.indexOf(chapter.getValue(), from);
            images += images(text.substring(from, at), new StringBuilder());
            StringBuilder made = new StringBuilder().append(images).append('\n');
            images += images(chapter.getValue(), made);
            made.append(chapter.getValue());
            boolean drawnBelow = false;
            for (String number : MarkedPage.calls(chapter.getValue())) {
                String note = notes.getOrDefault(number, "");
                drawnBelow |= IMAGE.matcher(note).find();
                made.append('\n').append(note);
            }
            if (!drawnBelow) {
                digests.put(chapter.getKey(), Digests.of(made.toString()));
            }
            from = at + chapter.getValue().length();
        }
        return digests;
    }

    /** Digest of what stands outside of the chapters: text, footnotes, pictures. */
    Digest frame(MarkedPage page) {
        StringBuilder made = new StringBuilder(page.frame());
        Map<String, String> notes = page.notes();
        for (String number : MarkedPage.calls(made.toString())) {
            made.append('\n').append(notes.getOrDefault(number, ""));
        }
        images(made.toString(), made);
        return Digests.of(made.toString());
    }

    private int images(String html, StringBuilder made) {
        int count = 0;
        Matcher image = IMAGE.matcher(html);
        while (image.find()) {
            made.append(checksums.computeIfAbsent(image.group(1), this::checksum)).append('\n');
            count++;
        }
        return count;
    }

    private String checksum(String source) {
        int mark = source.lastIndexOf(ConvertedBook.DRAWN);
        try {
            Path file =
                    mark < 0
                            ? base.resolve(source)
                            : drawn.resolve(source.substring(mark + ConvertedBook.DRAWN.length()));
            if (!Files.isRegularFile(file)) {
                return source;
            }
            byte[] bytes = Files.readAllBytes(file);
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            return source + " " + bytes.length + " " + checksum.getValue();
        } catch (InvalidPathException remote) {
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException("reading picture " + source, e);
        }
    }
}
