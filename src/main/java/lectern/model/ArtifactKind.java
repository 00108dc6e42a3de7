package lectern.model;

import java.util.Arrays;
import java.util.Optional;

/** What kind of file a run can leave beside its text; the name of the file tells. */
public enum ArtifactKind {
    /** Comma-separated values, first row the heads. */
    CSV_TABLE("table-", ".csv"),
    /** An AsciiDoc table, woven as it is. */
    ADOC_TABLE("table-", ".adoc"),
    /** A plot specification, drawn by the build. */
    PLOT("fig-", ".json"),
    /** A drawn vector picture. */
    SVG_FIGURE("fig-", ".svg"),
    /** A drawn raster picture. */
    PNG_FIGURE("fig-", ".png"),
    /** What one sees on the picture of the same name. */
    FIGURE_TEXT("fig-", ".txt"),
    /** A fragment of HTML for screens. */
    HTML("html-", ".html"),
    /** What print shows in place of the fragment of the same name. */
    HTML_SVG("html-", ".svg"),
    /** The same as a raster picture. */
    HTML_PNG("html-", ".png"),
    /** The same as text; beside a picture what one sees on it. */
    HTML_TEXT("html-", ".txt");

    private final String prefix;
    private final String ending;

    ArtifactKind(String prefix, String ending) {
        this.prefix = prefix;
        this.ending = ending;
    }

    /** The kind that a file name tells, if any. */
    public static Optional<ArtifactKind> of(String fileName) {
        return Arrays.stream(values())
                .filter(kind -> fileName.startsWith(kind.prefix) && fileName.endsWith(kind.ending))
                .filter(kind -> fileName.length() > kind.prefix.length() + kind.ending.length())
                .findFirst();
    }

    /** File name of an artifact: {@code fig-ladder.json}. */
    public String fileName(String name) {
        return prefix + name + ending;
    }

    /** The artifact's own name within a file name of this kind. */
    public String nameIn(String fileName) {
        return fileName.substring(prefix.length(), fileName.length() - ending.length());
    }

    /** Whether files of the kind hold bytes that are no text. */
    public boolean binary() {
        return this == PNG_FIGURE || this == HTML_PNG;
    }

    /** Whether the page shows files of the kind as pictures. */
    public boolean picture() {
        return switch (this) {
            case PLOT, SVG_FIGURE, PNG_FIGURE, HTML_SVG, HTML_PNG -> true;
            case CSV_TABLE, ADOC_TABLE, FIGURE_TEXT, HTML, HTML_TEXT -> false;
        };
    }

    /** The word by which {@code show} and messages name such an output; empty for companions. */
    public String label() {
        return switch (this) {
            case CSV_TABLE, ADOC_TABLE -> "table";
            case PLOT, SVG_FIGURE, PNG_FIGURE -> "figure";
            case HTML -> "html";
            case FIGURE_TEXT, HTML_SVG, HTML_PNG, HTML_TEXT -> "";
        };
    }
}
