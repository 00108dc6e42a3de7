package lectern.markdown;

/** Decides which links lead to other notes. */
final class Links {
    private final Neighbours neighbours;

    /**
     * Links of one file.
     *
     * @param neighbours what lies around the file
     */
    Links(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** The target of a reference to another note; null when the link is no such reference. */
    String reference(String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        if (!path.matches("[^:]+\\.(?:md|markdown)")
                || path.startsWith("/")
                || !neighbours.note(path)) {
            return null;
        }
        String renamed = path.replaceFirst("\\.(?:md|markdown)$", ".adoc");
        return hash < 0 || hash + 1 == target.length()
                ? renamed
                : renamed + "#" + Headings.id(Slugs.decode(target.substring(hash + 1)));
    }

    /**
     * The path of the note that a name in double brackets means, found or supposed to be beside.
     */
    String note(String name) {
        String path = neighbours.named(name).orElse(name);
        return path.replaceFirst("\\.(?:md|markdown)$", "") + ".adoc";
    }

    /** The path of the picture that a name in double brackets means. */
    String picture(String name) {
        return neighbours.named(name).orElse(name);
    }
}
