package lectern.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which headings open sections, and which carry an id: those that have one in the source
 * and those that something refers to.
 */
final class Headings {
    private static final Pattern SPELLING =
            Pattern.compile("(?:[A-Za-z0-9_-]|[^\\x00-\\x7F\\p{Z}])+");
    private static final Pattern NO_NAME =
            Pattern.compile("[^A-Za-z0-9_:.\\x80-\\x{10FFFF}-]|\\p{Z}");
    private static final Pattern ID = Pattern.compile("\\s*\\{#([^\\s{}]+)\\}\\s*$");

    private final Map<Node, String> ids = new HashMap<>();
    private final Map<String, String> fragments = new HashMap<>();
    private int level = 1;
    private boolean first = true;

    /**
     * Look through the headings of a document.
     *
     * @param names fragments that links ask for
     */
    Headings(Document document, Set<String> names) {
        Map<String, String> wanted = spelled(names);
        Set<String> taken = new HashSet<>();
        Map<String, Integer> repeated = new HashMap<>();
        List<Heading> all = new ArrayList<>();
        collect(document, all);
        for (Heading heading : all) {
            String words = PlainText.of(heading);
            Matcher given = ID.matcher(words);
            String base = given.find() ? given.group(1) : Slugs.of(words);
            String slug = base;
            while (!taken.add(slug)) {
                slug = base + "-" + repeated.merge(base, 1, Integer::sum);
            }
            String id = wanted.getOrDefault(slug, slug);
            boolean asked = given.reset().find() || wanted.containsKey(slug);
            if (asked && !slug.isEmpty()) {
                ids.put(heading, id(id));
            }
            fragments.put(slug, id(id));
        }
    }

    /** The id of a heading that fragments call by a name; most often the name itself. */
    static String id(String name) {
        return NO_NAME.matcher(name).replaceAll("-");
    }

    /** How the names of headings are spelled by those who ask for them. */
    private static Map<String, String> spelled(Set<String> names) {
        Map<String, String> all = new HashMap<>();
        for (String name : new TreeSet<>(names)) {
            String slug = Slugs.of(name);
            if (!SPELLING.matcher(name).matches() || names.contains(slug)) {
                all.putIfAbsent(slug, slug);
            } else {
                all.merge(slug, name, (one, other) -> one.equals(slug) ? other : one);
            }
            all.putIfAbsent(name, name);
        }
        return all;
    }

    private static void collect(Node node, List<Heading> all) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Heading heading) {
                all.add(heading);
            } else if (child instanceof com.vladsch.flexmark.util.ast.Block) {
                collect(child, all);
            }
        }
    }

    /** The ids that fragments of this document lead to. */
    Map<String, String> fragments() {
        return fragments;
    }

    Block.Heading block(Heading heading, List<Inline> content, int line) {
        boolean top = heading.getParent() instanceof Document;
        int depth = heading.getLevel();
        boolean title =
                depth == 1
                        && top
                        && first
                        && heading.getPrevious() == null
                        && heading.hasChildren();
        boolean section = title || top && depth > 1 && depth <= level + 1;
        level = section ? depth : level;
        first = false;
        return new Block.Heading(
                depth, ids.getOrDefault(heading, ""), section, withoutId(content), line);
    }

    private static List<Inline> withoutId(List<Inline> content) {
        if (content.isEmpty()
                || !(content.get(content.size() - 1) instanceof Inline.Text text)
                || !ID.matcher(text.value()).find()) {
            return content;
        }
        List<Inline> out = new ArrayList<>(content.subList(0, content.size() - 1));
        String rest = ID.matcher(text.value()).replaceFirst("");
        if (!rest.isEmpty()) {
            out.add(new Inline.Text(rest));
        }
        return out;
    }
}
