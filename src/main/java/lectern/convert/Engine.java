package lectern.convert;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import lectern.diagram.DiagramRenderer;
import lectern.model.Book;
import lectern.weave.WovenNote;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.OptionsBuilder;
import org.asciidoctor.SafeMode;
import org.asciidoctor.jruby.AsciidoctorJRuby;

/**
 * Asciidoctor in this process; starting it costs seconds, so one engine serves a process and starts
 * when it is first needed.
 */
public final class Engine implements AutoCloseable {
    // The logger of the engine prints to the console; we listen to its records instead.
    private static final Logger CONSOLE = Logger.getLogger("asciidoctor");

    // every registration makes a Ruby class, which the engine never lets go of
    private static final String KEEP =
            """
            module LecternExtensions
              GROUPS = Asciidoctor::Extensions.groups.dup

              def self.take_part
                Asciidoctor::Extensions.groups.update GROUPS
              end
            end
            Asciidoctor::Extensions.unregister_all
            """;

    private final boolean places;
    private final NoteIncludes includes = new NoteIncludes();
    private Asciidoctor asciidoctor;

    /** An engine whose pages do not tell what they were made of. */
    public Engine() {
        this(false);
    }

    private Engine(boolean places) {
        this.places = places;
    }

    /** An engine whose surveyed pages tell the file and line of every block. */
    public static Engine withPlaces() {
        return new Engine(true);
    }

    private Asciidoctor started() {
        if (asciidoctor == null) {
            start();
        }
        return asciidoctor;
    }

    private void start() {
        CONSOLE.setLevel(Level.OFF);
        // named, so that RubyGems is not needed to find it: see GemPath
        asciidoctor = AsciidoctorJRuby.Factory.create(GemPath.all());
        run(
                FormulaMarking.ruby()
                        + StructureMarking.ruby()
                        + Surveying.ruby()
                        + PlaceMarking.ruby());
        asciidoctor.javaExtensionRegistry().includeProcessor(includes);
        asciidoctor.javaExtensionRegistry().docinfoProcessor(new BookAttributes());
        run(KEEP);
        asciidoctor
                .syntaxHighlighterRegistry()
                .register(CodeHighlighter.class, CodeHighlighter.NAME);
    }

    private void run(String ruby) {
        byte[] script = ruby.getBytes(StandardCharsets.UTF_8);
        asciidoctor.rubyExtensionRegistry().loadClass(new ByteArrayInputStream(script));
    }

    /**
     * A renderer of diagrams that draws with this engine; it must come before the conversion.
     *
     * @param cache folder of drawn diagrams
     * @param fonts makes the fonts known, before the first diagram that is not in the cache
     */
    public DiagramRenderer diagrams(Path cache, Runnable fonts) {
        return new DiagramRenderer(
                cache,
                () -> {
                    fonts.run();
                    return started();
                });
    }

    /**
     * Convert a woven book to one HTML page.
     *
     * @param notes woven, in any order, the main note among them
     */
    public Conversion convert(Book book, List<WovenNote> notes) {
        return convert(book, notes, options(book));
    }

    /**
     * Convert a book and survey it. Notes may be empty, if the text after them sets the engine's
     * counters to where they would have left them; not earlier, as the engine numbers a section
     * when it has read to its end.
     *
     * @param notes woven, in any order, the main note among them
     * @param known references to what is not among the notes
     * @param before what is known of the notes that would stand before them: no id that it has is
     *     given to a section
     */
    public Conversion survey(Book book, List<WovenNote> notes, Survey known, Survey before) {
        OptionsBuilder options =
                options(book)
                        .sourcemap(true)
                        .attributes(
                                attributes(book)
                                        .attribute(
                                                Surveying.SURVEY,
                                                notes.stream()
                                                        .map(WovenNote::file)
                                                        .collect(Collectors.joining("\n")))
                                        .attribute(
                                                Surveying.KNOWN,
                                                Surveying.known(known.references()))
                                        .attribute(
                                                places
                                                        ? PlaceMarking.PLACES
                                                        : PlaceMarking.PLACES + "!",
                                                "")
                                        .attribute(
                                                Surveying.TAKEN,
                                                String.join("\n", before.anchors().keySet()))
                                        .build());
        return convert(book, notes, options);
    }

    /** Convert a whole book and survey it. */
    public Conversion survey(Book book, List<WovenNote> notes) {
        return survey(book, notes, Survey.NOTHING, Survey.NOTHING);
    }

    private Conversion convert(Book book, List<WovenNote> notes, OptionsBuilder options) {
        Map<String, WovenNote> byName =
                notes.stream().collect(Collectors.toMap(WovenNote::file, Function.identity()));
        Map<Path, WovenNote> byPath =
                notes.stream()
                        .collect(
                                Collectors.toMap(
                                        note -> book.root().resolve(note.file()).normalize(),
                                        Function.identity()));
        started();
        EngineLog log = new EngineLog(book.root(), byName, book.file());
        asciidoctor.registerLogHandler(log);
        includes.serve(byPath);
        run("LecternExtensions.take_part");
        try {
            String html = asciidoctor.convert(byName.get(book.file()).text(), options.build());
            MarkedPage page = PlaceMarking.ofAuthor(Survey.page(html), book, byName);
            return new Conversion(page, log.findings(), Survey.of(html));
        } finally {
            asciidoctor.unregisterAllExtensions();
            asciidoctor.unregisterLogHandler(log);
            includes.serve(Map.of());
        }
    }

    private static OptionsBuilder options(Book book) {
        return Options.builder()
                .backend("html5")
                .standalone(true)
                .safe(SafeMode.UNSAFE)
                .baseDir(main(book).getParent().toFile())
                .attributes(attributes(book).build());
    }

    private static Path main(Book book) {
        return book.root().resolve(book.file());
    }

    private static AttributesBuilder attributes(Book book) {
        String name = main(book).getFileName().toString();
        boolean conventional = !main(book).getParent().equals(book.root());
        AttributesBuilder attributes = Attributes.builder();
        if (conventional) {
            attributes.attribute("imagesdir", "images@");
        }
        return attributes
                .attribute("lectern", "")
                .attribute("scripts", book.root().resolve("scripts").toString())
                .attribute("docfile", main(book).toString())
                .attribute("docname", name.replaceFirst("\\.[^.]+$", ""))
                .attribute("source-highlighter", CodeHighlighter.NAME)
                // the engine cannot hand a missing language to Java
                .attribute("source-language", CodeHighlighter.NO_LANGUAGE + "@")
                .attribute("equation-caption", "Equation@")
                .attribute("icons", "font")
                .attribute("reproducible", "")
                .attribute("nofooter", "")
                .attribute("stylesheet!", "")
                .attribute("toc!", "")
                .attribute("data-uri!", "")
                .attribute("docinfo!", "")
                .attribute("sectanchors!", "")
                .attribute("sectlinks!", "")
                .attribute("webfonts!", "");
    }

    @Override
    public void close() {
        if (asciidoctor != null) {
            asciidoctor.shutdown();
        }
    }
}
