package lectern.convert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.asciidoctor.Asciidoctor;

/**
 * Where the Ruby half of AsciidoctorJ lies in its jar. Ruby finds it by itself only with RubyGems,
 * whose own sources take a quarter of the engine's start to read; a process that names the path can
 * leave RubyGems out ({@code -Djruby.cli.rubygems.enable=false}).
 */
final class GemPath {
    private static final String VERSIONS = "/META-INF/asciidoctorj-version.properties";

    private GemPath() {}

    /** Asciidoctor's own, after a stub for its command line, which nobody calls here. */
    static List<String> all() {
        return List.of("uri:classloader:/lectern/ruby", asciidoctor());
    }

    private static String asciidoctor() {
        Properties versions = new Properties();
        try (InputStream in = Asciidoctor.class.getResourceAsStream(VERSIONS)) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + VERSIONS, e);
        }
        String version = versions.getProperty("version.asciidoctor");
        return "uri:classloader:/gems/asciidoctor-" + version + "/lib";
    }
}
