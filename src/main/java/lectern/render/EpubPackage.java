package lectern.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.text.Digests;

/** The package document of an EPUB: metadata, manifest, reading order. */
final class EpubPackage {
    private static final String MODIFIED = "2026-01-01T00:00:00Z";
    private static final List<String> ACCESS =
            List.of(
                    "accessMode:textual",
                    "accessMode:visual",
                    "accessModeSufficient:textual",
                    "accessModeSufficient:textual,visual",
                    "accessibilityFeature:MathML",
                    "accessibilityFeature:alternativeText",
                    "accessibilityFeature:describedMath",
                    "accessibilityFeature:displayTransformability",
                    "accessibilityFeature:readingOrder",
                    "accessibilityFeature:structuralNavigation",
                    "accessibilityFeature:tableOfContents",
                    "accessibilityHazard:none",
                    "accessibilitySummary:Headings, lists, tables and notes are marked as such."
                            + " Every picture has a description; a formula is a drawing with"
                            + " MathML beside it or, where it has none, described by its LaTeX"
                            + " source. Text in another language is"
                            + " marked.");

    private EpubPackage() {}

    /** Print the package document; the files' pages are read in their order. */
    static String opf(BookMeta meta, List<EpubFile> files) {
        String lang = EpubLang.tag(meta.lang());
        StringBuilder opf = new StringBuilder();
        opf.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <package xmlns="http://www.idpf.org/2007/opf" version="3.0"\
                 unique-identifier="book-id" xml:lang="%s">
                <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                """
                        .formatted(lang));
        line(opf, "<dc:identifier id=\"book-id\">%s</dc:identifier>", identifier(meta));
        line(opf, "<dc:identifier>%s</dc:identifier>", edition(files));
        line(opf, "<dc:title>%s</dc:title>", meta.title());
        line(opf, "<dc:language>%s</dc:language>", lang);
        meta.authors().forEach(author -> line(opf, "<dc:creator>%s</dc:creator>", author));
        if (!meta.description().isBlank()) {
            line(opf, "<dc:description>%s</dc:description>", meta.description());
        }
        line(opf, "<meta property=\"dcterms:modified\">%s</meta>", MODIFIED);
        for (String access : ACCESS) {
            int colon = access.indexOf(':');
            String start = "<meta property=\"schema:" + access.substring(0, colon);
            line(opf, start + "\">%s</meta>", access.substring(colon + 1));
        }
        opf.append("</metadata>\n<manifest>\n");
        for (int i = 0; i < files.size(); i++) {
            opf.append(item(i, files.get(i)));
        }
        opf.append("</manifest>\n<spine>\n");
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).page()) {
                opf.append("<itemref idref=\"f").append(i).append("\"/>\n");
            }
        }
        return opf.append("</spine>\n</package>\n").toString();
    }

    private static String item(int number, EpubFile file) {
        String properties =
                file.properties().isEmpty() ? "" : " properties=\"" + file.properties() + "\"";
        return "<item id=\"f%d\" href=\"%s\" media-type=\"%s\"%s/>\n"
                .formatted(number, file.path(), file.type(), properties);
    }

    private static void line(StringBuilder opf, String form, String value) {
        opf.append(form.formatted(EpubPage.escaped(value))).append('\n');
    }

    /** The same for every edition of a book, so that a reader keeps its notes. */
    private static String identifier(BookMeta meta) {
        String name = meta.title() + "\n" + String.join("\n", meta.authors()) + "\n" + meta.lang();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
    }

    /** Tells editions apart: the digest of the digests of everything in the package. */
    private static String edition(List<EpubFile> files) {
        String all = files.stream().map(file -> file.digest().hex()).collect(Collectors.joining());
        return "sha256:" + Digests.of(all).hex().substring(0, 32);
    }
}
