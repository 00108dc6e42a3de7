package lectern.convert;

import java.util.List;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.DocinfoProcessor;

/** Keeps in the head of the page what the book says about its printed form and its site. */
final class BookAttributes extends DocinfoProcessor {
    private static final List<String> NAMES =
            List.of(
                    "pdf-page-size",
                    "pdf-media",
                    "license",
                    "commit",
                    "site-url",
                    "site-budget",
                    "repo-url",
                    "repo-branch");

    @Override
    public String process(Document document) {
        StringBuilder head = new StringBuilder();
        for (String name : NAMES) {
            if (document.hasAttribute(name)) {
                String value = String.valueOf(document.getAttribute(name)).replace("\"", "&quot;");
                head.append("<meta name=\"lectern-%s\" content=\"%s\">\n".formatted(name, value));
            }
        }
        return head.toString();
    }
}
