package lectern.diagram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/**
 * Runs asciidoctor-diagram on one diagram at a time, in a folder of its own. Its extensions leave
 * the engine when it is done, so that the engine converts the book as if they had never been there.
 *
 * <p>It reports a broken diagram as a log message and leaves no picture, so messages are caught.
 */
final class DiagramEngine implements AutoCloseable {

    /** PlantUML's files and addresses from inside a diagram stay closed. */
    private static final String PROFILE = "PLANTUML_SECURITY_PROFILE";

    /**
     * JRuby copies a jar inside a jar byte by byte, which took longer than drawing sixty diagrams;
     * so PlantUML's is copied in one go. Its other jars are on our class path already. The paths of
     * all gems are named first, as RubyGems may be switched off.
     */
    private static final String UNPACK =
            """
            require 'jruby'
            $LOAD_PATH.concat(Dir['uri:classloader:/gems/*/lib'] - $LOAD_PATH)
            require 'asciidoctor-diagram/plantuml/classpath'
            jar = Asciidoctor::Diagram::PlantUmlClasspath::JAR_FILES
                .find { |file| File.basename(file).start_with?('plantuml-') }
            copy = java.nio.file.Paths.get('%s', 'plantuml.jar')
            from = JRuby.runtime.jruby_class_loader
                .get_resource_as_stream(jar.sub(%%r{\\Auri:classloader:/*}, ''))
            java.nio.file.Files.copy(from, copy)
            from.close
            ENV['DIAGRAM_PLANTUML_CLASSPATH'] = copy.to_s
            """;

    /** A library takes part when it is first required, and never again: its extensions are kept. */
    private static final String TAKE_PART =
            """
            module LecternDiagrams
              def self.take_part
                if @groups
                  Asciidoctor::Extensions.groups.update @groups
                else
                  require 'asciidoctor-diagram'
                  @groups = Asciidoctor::Extensions.groups.dup
                end
              end
            end
            LecternDiagrams.take_part
            """;

    /** Kept, as the logging framework forgets loggers that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger("asciidoctor");

    private final Asciidoctor asciidoctor;
    private final Level loudness;
    private final Path folder;
    private final List<String> errors = new ArrayList<>();
    private final LogHandler listener = this::listen;

    DiagramEngine(Asciidoctor asciidoctor) {
        this.asciidoctor = asciidoctor;
        System.setProperty(PROFILE, "SANDBOX");
        loudness = LOGGER.getLevel();
        LOGGER.setLevel(Level.OFF);
        try {
            folder = Files.createTempDirectory("diagram");
            Files.writeString(folder.resolve("style.txt"), PlantUmlStyle.TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for diagrams", e);
        }
        run(UNPACK.formatted(folder));
        run(TAKE_PART);
        asciidoctor.registerLogHandler(listener);
    }

    private void run(String ruby) {
        byte[] script = ruby.getBytes(StandardCharsets.UTF_8);
        asciidoctor.rubyExtensionRegistry().loadClass(new ByteArrayInputStream(script));
    }

    private void listen(LogRecord entry) {
        if (entry.getSeverity().compareTo(Severity.WARN) >= 0) {
            errors.add(entry.getMessage());
        }
    }

    DiagramResult draw(DiagramSource source) {
        Path picture = folder.resolve("diagram.svg");
        errors.clear();
        try {
            Files.writeString(folder.resolve("diagram.txt"), source.text());
            Files.deleteIfExists(picture);
            asciidoctor.convert(
                    source.kind().block()
                            + "::diagram.txt[target=diagram,format=svg,shadows=false,opts=nocache]",
                    options());
            if (errors.isEmpty() && Files.exists(picture)) {
                return new DiagramResult.Drawn(new DiagramTidy().tidy(Files.readString(picture)));
            }
            return Complaint.of(source, String.join("\n", errors));
        } catch (IOException e) {
            throw new UncheckedIOException("drawing a diagram", e);
        }
    }

    private Options options() {
        var attributes =
                Attributes.builder()
                        .attribute("plantuml-config", folder.resolve("style.txt").toString())
                        .attribute("imagesoutdir", folder.toString())
                        .attribute("diagram-cachedir", folder.resolve("cache").toString());
        return Options.builder()
                .safe(SafeMode.UNSAFE)
                .backend("html5")
                .baseDir(folder.toFile())
                .attributes(attributes.build())
                .build();
    }

    @Override
    public void close() {
        asciidoctor.unregisterLogHandler(listener);
        asciidoctor.unregisterAllExtensions();
        LOGGER.setLevel(loudness);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("removing " + folder, e);
        }
    }
}
