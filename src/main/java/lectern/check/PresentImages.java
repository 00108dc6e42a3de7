package lectern.check;

import java.util.stream.Stream;
import lectern.model.Diagnostic;
import lectern.model.ImageUse;
import lectern.model.Note;
import lectern.model.Rule;

/** Reports a picture that is missing, lies on the network, or says nothing to who cannot see it. */
public final class PresentImages implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        return evidence.book().all(Note::images).stream().flatMap(image -> check(evidence, image));
    }

    private static Stream<Diagnostic> check(Evidence evidence, ImageUse image) {
        Stream.Builder<Diagnostic> findings = Stream.builder();
        if (image.file().matches("(?i)(https?:|//).*")) {
            findings.add(
                    Diagnostic.error(
                            Rule.REMOTE_IMAGE,
                            image.location(),
                            "image '" + image.target() + "' lies on the network",
                            "keep a copy beside the notes: no page may make a request"));
        } else if (!image.file().startsWith("data:") && !evidence.exists().test(image.file())) {
            findings.add(missing(image));
        }
        if (!image.described() && evidence.literate()) {
            findings.add(
                    Diagnostic.error(
                            Rule.MISSING_ALT_TEXT,
                            image.location(),
                            "image '" + image.target() + "' has no alternative text",
                            "say between the brackets what one sees"));
        }
        return findings.build();
    }

    /** The finding for one picture that is not there. */
    public static Diagnostic missing(ImageUse image) {
        return Diagnostic.error(
                Rule.MISSING_IMAGE,
                image.location(),
                "image '" + image.target() + "' does not exist",
                "looked for " + image.file());
    }
}
