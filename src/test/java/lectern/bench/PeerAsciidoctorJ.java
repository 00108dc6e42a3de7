package lectern.bench;

import java.nio.file.Path;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/** A peer: AsciidoctorJ as its documentation starts it, one page of HTML, every default kept. */
final class PeerAsciidoctorJ {
    private PeerAsciidoctorJ() {}

    /** Convert the file named first into the folder named second. */
    public static void main(String[] arguments) {
        Options options =
                Options.builder()
                        .safe(SafeMode.UNSAFE)
                        .toDir(Path.of(arguments[1]).toFile())
                        .mkDirs(true)
                        .build();
        try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
            asciidoctor.convertFile(Path.of(arguments[0]).toFile(), options);
        }
    }
}
