package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lectern.convert.Engine;
import lectern.text.Digests;

/** A book on disk that is edited and built again and again, with what was built before or anew. */
final class EditedBook implements AutoCloseable {
    static final Map<String, String> FILES = files();

    private final Path root;
    private final Engine engine = new Engine();
    private final List<String> said = new ArrayList<>();
    private int fresh;

    EditedBook(Path root) {
        this.root = root;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put(
                "notes/book.adoc",
                """
                = A Book of Halves
                :doctype: book
                :sectnums:
                :xrefstyle: full
                :stem: latexmath
                :imagesdir: images
                include::attributes.adoc[]

                Before the chapters.footnote:[Before all.]

                = Part one

                Words of the part.

                include::one.adoc[leveloffset=+1]

                include::two.adoc[leveloffset=+1]

                = Part two

                include::three.adoc[leveloffset=+1]

                [glossary]
                == Words

                [glossary]
                [[half]]half:: One of two.

                [bibliography]
                == Sources

                * [[[someone2020]]] Someone. _A paper on halves_. 2020.
                * [[[other2021]]] Other. _Quarters_. 2021.

                [index]
                == Index
                """);
        files.put("notes/attributes.adoc", ":listing-caption: Listing\n:word: everywhere\n");
        files.put("notes/words.txt", "Words from elsewhere.\n");
        files.put("notes/images/pic.svg", picture("red"));
        files.put(
                "notes/one.adoc",
                """
                [#one]
                = First

                What is a ((half))? See <<two>> and <<tab>>.footnote:[Note one, of <<someone2020>>.]

                .A picture
                [#fig-one]
                image::pic.svg[A square]

                [#halves.cell]
                .Halves of one
                [source,java,indent=0]
                ----
                include::{scripts}/One.java[tag=halves]
                ----

                == Summary

                A half is stem:[\\frac{1}{2}], a <<half>>.
                """);
        files.put(
                "notes/two.adoc",
                """
                [#two]
                = Second

                Written out that is val:halves[half], as <<halves>> shows.footnote:[Note two.]

                .Another picture
                [#fig-two]
                image::pic.svg[The same square]

                include::words.txt[]

                [stem#eq-two]
                ++++
                x = \\frac{1}{2}
                ++++

                == Summary

                [[place]]Here is a (((place,named))) that others name.

                .A table
                [#tab]
                |===
                |a |b
                |===
                """);
        files.put(
                "notes/three.adoc",
                """
                [#three]
                = Third

                See <<eq-two>>, <<fig-one>>, <<place,that place>>, {word}.footnote:[Note three.]

                NOTE: Remember <<other2021>>.

                .A listing
                [source,java]
                ----
                int x = 1; // <1>
                ----
                <1> One.

                == Summary

                The end of the ((half)).
                """);
        files.put(
                "scripts/One.java",
                """
                //JAVA 17+
                //DESCRIPTION Halve one.

                import java.nio.file.Files;
                import java.nio.file.Path;

                class One {
                    // tag::halves[]
                    static double half(double x) {
                        return x / 2;
                    }
                    // end::halves[]

                    public static void main(String[] args) throws Exception {
                        Path out = Path.of(System.getProperty("lectern.out"));
                        Files.writeString(out.resolve("facts.tsv"), "fact\\thalf\\t" + half(1) + "\\t\\n");
                        Files.writeString(
                                out.resolve("fig-steps.json"),
                                "{'alt':'Two points that fall.','width':640,'height':400,"
                                        .concat("'plot':{'kind':'plot','data':{'x':[1,2],'y':[2,1]},")
                                        .concat("'mapping':{'x':'x','y':'y'},")
                                        .concat("'layers':[{'geom':'point'}],'scales':[]}}")
                                        .replace((char) 39, (char) 34));
                        System.out.println("half of 1 is " + half(1));
                    }
                }
                """);
        return files;
    }

    static String picture(String colour) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">
                <clipPath id="c"><rect width="5" height="5"/></clipPath>
                <rect width="9" height="9" fill="%s" clip-path="url(#c)"/>
                </svg>
                """
                .formatted(colour);
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Lay down the files as they were at first. */
    void reset() throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    /** Build with what the last build left; return all that was written, or what was wrong. */
    Map<String, String> rebuilt() throws IOException {
        said.clear();
        return build(root.resolve("target"));
    }

    /** What the last build with what was left said that it converted. */
    List<String> converted() {
        return said.stream().filter(line -> line.startsWith("convert ")).toList();
    }

    /** Build where nothing was built before. */
    Map<String, String> anew() throws IOException {
        Path target = root.resolve("anew" + ++fresh);
        List<String> before = List.copyOf(said);
        Map<String, String> built = build(target);
        said.clear();
        said.addAll(before);
        return built;
    }

    /** Damage all that is kept between builds. */
    void damage() throws IOException {
        for (Path file : kept()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    /** The files that are kept between builds of conversions and pages. */
    List<Path> kept() throws IOException {
        Path cache = root.resolve("target/lectern");
        List<Path> files = new ArrayList<>(List.of(cache.resolve("conversion")));
        try (Stream<Path> pages = Files.list(cache.resolve("pages"))) {
            pages.sorted().forEach(files::add);
        }
        return files;
    }

    private Map<String, String> build(Path target) throws IOException {
        BookLayout layout = BookLayout.of(root.resolve("notes/book.adoc"), target);
        BuildResult result =
                new BookBuild(
                                layout,
                                EnumSet.of(OutputFormat.HTML, OutputFormat.EPUB),
                                Sharing.off(),
                                said::add)
                        .build(engine);
        Map<String, String> built = new TreeMap<>();
        result.findings().forEach(finding -> built.put("finding " + finding, ""));
        if (result.report().isPresent()) {
            try (Stream<Path> walk = Files.walk(layout.out())) {
                walk.filter(Files::isRegularFile)
                        .forEach(file -> built.put(name(layout.out(), file), content(file)));
            }
        }
        return built;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String content(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return file.toString().matches(".*\\.(html|js|css|json|xml|txt)")
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : Digests.of(bytes).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
