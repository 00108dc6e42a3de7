package lectern.markdown;

import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the readers of one document share: its tree, its lines, its names, and what it loses. */
final class Source {
    private final Document document;
    private final int[] lineStarts;
    private final int linesBefore;
    private final Map<String, String> fragments;
    private final Links links;
    private Set<Reference> used;
    private final List<Loss> losses = new ArrayList<>();

    Source(Document document, int linesBefore, Map<String, String> fragments, Links links) {
        this.document = document;
        this.linesBefore = linesBefore;
        this.fragments = fragments;
        this.links = links;
        String text = document.getChars().toString();
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    Document document() {
        return document;
    }

    /** Line of a node in the file, from 1. */
    int line(Node node) {
        int found = Arrays.binarySearch(lineStarts, node.getStartOffset());
        return linesBefore + (found >= 0 ? found + 1 : -found - 1);
    }

    /**
     * The id that a fragment of this document, or the words of a heading, lead to; null when there
     * is none.
     */
    String id(String fragment) {
        return fragments.getOrDefault(fragment, fragments.get(Slugs.of(fragment)));
    }

    /** Whether a link or picture refers to a definition. */
    boolean uses(Reference definition) {
        if (used == null) {
            used = new HashSet<>();
            collect(document);
        }
        return used.contains(definition);
    }

    private void collect(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof RefNode reference && reference.isDefined()) {
                used.add(reference.getReferenceNode(document));
            }
            collect(child);
        }
    }

    Links links() {
        return links;
    }

    void lose(Node node, String what, String why) {
        losses.add(new Loss(line(node), what, why));
    }

    List<Loss> losses() {
        return losses;
    }
}
