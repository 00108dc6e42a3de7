package lectern.diagram;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.asciidoctor.Asciidoctor;

/**
 * Draws diagrams, each text only once: pictures are kept in a folder by the digest of their text.
 *
 * <p>When all are kept, no class of the diagram engine is loaded. {@code
 * lectern.fonts.AwtFonts.install} must have been called before, as text is measured.
 */
public final class DiagramRenderer {

    private final DiagramCache cache;
    private final Supplier<Asciidoctor> engine;

    /**
     * Open the folder.
     *
     * @param cache folder of kept pictures; made when missing
     * @param engine asked for only when a picture is missing
     */
    public DiagramRenderer(Path cache, Supplier<Asciidoctor> engine) {
        this.cache = new DiagramCache(cache);
        this.engine = engine;
    }

    /**
     * Draw diagrams.
     *
     * @return one result for each source, in their order
     * @throws java.io.UncheckedIOException if the folder cannot be read or written
     */
    public List<DiagramResult> render(List<DiagramSource> sources) {
        Map<DiagramSource, DiagramResult> results = new LinkedHashMap<>();
        for (DiagramSource source : sources) {
            Optional<String> kept = cache.read(source);
            results.put(source, kept.map(DiagramResult.Drawn::new).orElse(null));
        }
        List<DiagramSource> missing =
                results.keySet().stream().filter(source -> results.get(source) == null).toList();
        if (!missing.isEmpty()) {
            draw(missing, results);
        }
        return sources.stream().map(results::get).collect(Collectors.toUnmodifiableList());
    }

    private void draw(List<DiagramSource> missing, Map<DiagramSource, DiagramResult> results) {
        try (var drawing = new DiagramEngine(engine.get())) {
            for (DiagramSource source : missing) {
                DiagramResult result =
                        source.text().isBlank()
                                ? new DiagramResult.Broken("the diagram is empty", 0)
                                : drawing.draw(source);
                if (result instanceof DiagramResult.Drawn drawn) {
                    cache.keep(source, drawn.svg());
                }
                results.put(source, result);
            }
        }
    }
}
