package lectern.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ext.emoji.Emoji;
import com.vladsch.flexmark.ext.emoji.EmojiImageType;
import com.vladsch.flexmark.ext.emoji.EmojiShortcutType;
import com.vladsch.flexmark.ext.emoji.internal.EmojiResolvedShortcut;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.markdown.Inline.Style;

/** Reads running text from flexmark's tree. */
final class InlineReader {
    private static final int MOST_STYLES = 30;

    private static final String NO_LETTER = "&#(?:\\d{8,}|[xX][0-9a-fA-F]{7,});";

    private final Source source;
    private final Set<String> shownFootnotes = new HashSet<>();
    private boolean linked;
    private int styles;

    InlineReader(Source source) {
        this.source = source;
    }

    /** The inlines under a node. */
    List<Inline> children(Node parent) {
        List<Inline> all = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            read(node, all);
        }
        List<Inline> found =
                WikiLinks.resolve(BlankTargets.resolve(InlineHtml.resolve(merged(all))), source);
        return linked ? found : Autolinks.resolve(found);
    }

    private void read(Node node, List<Inline> all) {
        if (node instanceof SoftLineBreak) {
            text(all, "\n");
        } else if (node instanceof HardLineBreak) {
            all.add(new Inline.Break());
        } else if (node instanceof HtmlEntity) {
            boolean letter = !node.getChars().toString().matches(NO_LETTER);
            text(all, letter ? node.getChars().unescape() : node.getChars().toString());
        } else if (node instanceof Code code) {
            all.add(new Inline.Code(codeText(code)));
        } else if (node instanceof Emphasis) {
            styled(Style.EMPHASIS, node, all);
        } else if (node instanceof StrongEmphasis) {
            styled(Style.STRONG, node, all);
        } else if (node instanceof Strikethrough) {
            styled(Style.DELETED, node, all);
        } else if (node instanceof Link link) {
            link(link, all);
        } else if (node instanceof Image image) {
            String title = image.getTitle().unescape();
            image(all, node, image.getUrl().unescape(), title);
        } else if (node instanceof RefNode ref) {
            reference(ref, all);
        } else if (node instanceof MailLink mail) {
            String address = mail.getText().unescape();
            all.add(new Inline.Link("mailto:" + address, "", List.of(new Inline.Text(address))));
        } else if (node instanceof AutoLink auto) {
            autolink(auto, all);
        } else if (node instanceof HtmlInline || node instanceof HtmlInlineBase) {
            all.add(new Inline.Raw(node.getChars().toString()));
        } else if (node instanceof FormulaNode formula) {
            all.add(new Inline.Formula(formula.tex().replaceAll("\\s*\\n\\s*", " ")));
        } else if (node instanceof Footnote footnote) {
            footnote(footnote, all);
        } else if (node instanceof Emoji emoji) {
            EmojiResolvedShortcut known =
                    EmojiResolvedShortcut.getEmojiText(
                            emoji,
                            EmojiShortcutType.EMOJI_CHEAT_SHEET,
                            EmojiImageType.UNICODE_ONLY,
                            "");
            text(all, known.isUnicode ? known.emojiText : emoji.getChars().toString());
        } else if (node.hasChildren()) {
            all.addAll(children(node));
        } else {
            text(all, node.getChars().unescape());
        }
    }

    private static void text(List<Inline> all, String value) {
        if (!value.isEmpty()) {
            all.add(new Inline.Text(value));
        }
    }

    /** One text for those that follow each other. */
    private static List<Inline> merged(List<Inline> all) {
        List<Inline> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof Inline.Text text)
                    || i + 1 == all.size()
                    || !(all.get(i + 1) instanceof Inline.Text)) {
                out.add(all.get(i));
                continue;
            }
            StringBuilder words = new StringBuilder(text.value());
            while (i + 1 < all.size() && all.get(i + 1) instanceof Inline.Text next) {
                words.append(next.value());
                i++;
            }
            out.add(new Inline.Text(words.toString()));
        }
        return out;
    }

    /** Styles in more than {@value #MOST_STYLES} others are dropped, their words kept. */
    private void styled(Style style, Node node, List<Inline> all) {
        if (styles == MOST_STYLES) {
            source.lose(node, "style", "it lies in " + MOST_STYLES + " others; its words are kept");
        }
        styles++;
        if (styles > MOST_STYLES) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                read(child, all);
            }
        } else {
            all.add(new Inline.Styled(style, children(node)));
        }
        styles--;
    }

    private static String codeText(Code code) {
        boolean cell = code.getAncestorOfType(TableCell.class) != null;
        String raw = code.getText().toString();
        String text = (cell ? raw.replace("\\|", "|") : raw).replaceAll("\\r?\\n", " ");
        boolean padded = text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
        return padded ? text.substring(1, text.length() - 1) : text;
    }

    private void link(Link link, List<Inline> all) {
        all.add(target(link.getUrl().unescape(), link.getTitle().unescape(), words(link)));
    }

    /** The text of a link, in which no other links are. */
    private List<Inline> words(Node link) {
        boolean before = linked;
        linked = true;
        List<Inline> content = children(link);
        linked = before;
        return content;
    }

    private Inline target(String url, String title, List<Inline> content) {
        if (url.startsWith("#") && url.length() > 1 && title.isEmpty()) {
            String id = source.id(Slugs.decode(url.substring(1)));
            if (id != null) {
                return Targets.clean(id)
                        ? new Inline.Xref("#" + id, content)
                        : new Inline.Link("#" + id, "", content);
            }
        }
        String note = title.isEmpty() ? source.links().reference(url) : null;
        if (note != null && Targets.clean(note) && note.indexOf(' ') < 0 && !content.isEmpty()) {
            return new Inline.Xref(note, content);
        }
        if (content.size() == 1
                && content.get(0) instanceof Inline.Image image
                && title.isEmpty()
                && !url.isEmpty()) {
            Inline.Options size = image.options();
            return new Inline.Image(
                    image.target(),
                    image.alt(),
                    new Inline.Options(
                            size.title(), size.width(), size.height(), Targets.encode(url)));
        }
        return new Inline.Link(url, title, content);
    }

    private static void image(List<Inline> all, Node node, String url, String title) {
        all.add(new Inline.Image(url, PlainText.of(node), new Inline.Options(title, "", "", "")));
    }

    private void reference(RefNode ref, List<Inline> all) {
        Reference found = ref.isDefined() ? ref.getReferenceNode(source.document()) : null;
        if (found == null) {
            if (!ref.hasChildren() || ref.getReference().isBlank()) {
                text(all, ref.getChars().unescape());
                return;
            }
            String image = ref instanceof ImageRef ? "!" : "";
            text(all, image + "[");
            if (ref.hasChildren()) {
                String chars = ref.getChars().toString();
                text(all, blanks(chars, image.length() + 1));
                all.addAll(children(ref));
                text(all, blanks(chars, ref.getLastChild().getEndOffset() - ref.getStartOffset()));
            } else {
                text(all, ref.getReference().unescape());
            }
            text(
                    all,
                    "]"
                            + (ref.isReferenceTextCombined()
                                    ? (ref.getTextOpeningMarker().isEmpty() ? "" : "[]")
                                    : "[" + ref.getReference().unescape() + "]"));
            return;
        }
        String url = found.getUrl().unescape();
        String title = found.getTitle().unescape();
        if (ref instanceof ImageRef) {
            image(all, ref, url, title);
        } else {
            all.add(target(url, title, words(ref)));
        }
    }

    /** The blanks that flexmark drops at the ends of the text of a reference. */
    private static String blanks(String text, int start) {
        int end = Math.max(0, start);
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end > start && start >= 0 ? text.substring(start, end) : "";
    }

    private static void autolink(AutoLink auto, List<Inline> all) {
        String shown = auto.getText().unescape();
        String url = auto.getText().toString();
        String scheme = url.startsWith("www.") ? "http://" : "";
        all.add(
                new Inline.Link(
                        scheme + url, "", List.of(new Inline.Text(url.isEmpty() ? shown : url))));
    }

    private void footnote(Footnote footnote, List<Inline> all) {
        FootnoteBlock block = footnote.getFootnoteBlock();
        if (block == null) {
            text(all, footnote.getChars().toString());
            return;
        }
        String id = "fn-" + Slugs.of(footnote.getText().toString());
        if (!shownFootnotes.add(id)) {
            all.add(new Inline.Footnote(id, List.of()));
            return;
        }
        List<Inline> content = new ArrayList<>();
        for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
            if (!content.isEmpty()) {
                content.add(new Inline.Break());
            }
            if (node instanceof com.vladsch.flexmark.ast.Paragraph) {
                content.addAll(children(node));
            } else {
                content.add(new Inline.Text(PlainText.of(node)));
                source.lose(node, "block in a footnote", "footnotes hold only text; kept as text");
            }
        }
        boolean again = block.getFootnoteReferences() > 1;
        all.add(new Inline.Footnote(again ? id : "", content));
    }
}
