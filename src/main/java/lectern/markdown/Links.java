package lectern.markdown;

import java.util.function.Predicate;

/** Decides which links lead to other notes. */
final class Links {
    private final Predicate<String> note;

    /**
     * Links of one file.
     *
     * @param note tells of a relative path whether it is a Markdown file that becomes a note
     */
    Links(Predicate<String> note) {
        this.note = note;
    }

    /** The target of a reference to another note; null when the link is no such reference. */
    String reference(String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        if (!path.matches("[^:]+\\.(?:md|markdown)") || path.startsWith("/") || !note.test(path)) {
            return null;
        }
        String renamed = path.replaceFirst("\\.(?:md|markdown)$", ".adoc");
        return hash < 0 || hash + 1 == target.length()
                ? renamed
                : renamed + "#" + Headings.id(Slugs.decode(target.substring(hash + 1)));
    }
}
