package lectern.resolve;

import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** Turns coordinates as JBang writes them into Maven's and back. */
final class Coordinates {
    private Coordinates() {}

    /** Parse {@code group:artifact:version[:classifier][@type]}. */
    static Artifact parse(String text) {
        int at = text.indexOf('@');
        String type = at < 0 ? "jar" : text.substring(at + 1);
        String[] parts = (at < 0 ? text : text.substring(0, at)).split(":");
        String classifier = parts.length > 3 ? parts[3] : "";
        return new DefaultArtifact(parts[0], parts[1], classifier, type, parts[2]);
    }

    /** Write an artifact as JBang does. */
    static String of(Artifact artifact) {
        String classifier =
                artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
        String type = artifact.getExtension().equals("jar") ? "" : "@" + artifact.getExtension();
        return artifact.getGroupId()
                + ":"
                + artifact.getArtifactId()
                + ":"
                + artifact.getVersion()
                + classifier
                + type;
    }
}
