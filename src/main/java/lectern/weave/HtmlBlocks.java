package lectern.weave;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Cell;
import lectern.model.CellRun;

/**
 * Writes HTML that a run left: the fragment, sealed so that nothing in it can touch the page before
 * it is cleaned, and right under it what print shows in its place.
 */
final class HtmlBlocks {
    private HtmlBlocks() {}

    /** The lines of one fragment; what stands above them, id and title, is that of the fallback. */
    static List<String> of(Cell cell, CellRun run, Artifact html) {
        List<String> lines = new ArrayList<>(instead(cell, run, html));
        byte[] bytes = html.content().getBytes(StandardCharsets.UTF_8);
        lines.add("");
        lines.add("++++");
        lines.add(
                "<div class=\"woven-html\" data-html=\""
                        + Base64.getEncoder().encodeToString(bytes)
                        + "\"></div>");
        lines.add("++++");
        lines.add("");
        return lines;
    }

    private static List<String> instead(Cell cell, CellRun run, Artifact html) {
        String text =
                run.artifact(ArtifactKind.HTML_TEXT, html.name())
                        .map(Artifact::content)
                        .orElseThrow(
                                () -> new IllegalStateException("unchecked " + html.fileName()));
        for (ArtifactKind kind : List.of(ArtifactKind.HTML_SVG, ArtifactKind.HTML_PNG)) {
            if (run.artifact(kind, html.name()).isPresent()) {
                String target = cell.picture(run.artifact(kind, html.name()).orElseThrow());
                return OutputBlocks.figure(cell.id().value(), target, text);
            }
        }
        String fence = Plain.fence(text);
        List<String> lines = new ArrayList<>();
        lines.add("[.output.of-" + cell.id() + ",subs=specialchars]");
        lines.add(fence);
        lines.addAll(Plain.verbatim(text));
        lines.add(fence);
        return lines;
    }
}
