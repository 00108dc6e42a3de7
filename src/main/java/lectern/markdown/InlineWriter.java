package lectern.markdown;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lectern.markdown.Inline.Style;
import lectern.text.Escapes;

/** Sets running text in AsciiDoc's marks; what has no marks falls back on markup of the output. */
final class InlineWriter {
    private static final char NOTHING = '\n';
    private static final char PASSTHROUGH = '\u0096';
    private static final String BEFORE_A_MARK = ",.!?/(\u2013\u2014\u201C\u2018\u00AB";

    private final Ink ink = new Ink();
    private final Set<Style> open = EnumSet.noneOf(Style.class);
    private byte literal = Ink.LITERAL;

    private InlineWriter() {}

    /** Set a text; escapes and line ends come later. */
    static Ink write(List<Inline> content) {
        InlineWriter writer = new InlineWriter();
        writer.all(content, NOTHING);
        return writer.ink;
    }

    private void all(List<Inline> content, char after) {
        for (int i = 0; i < content.size(); i++) {
            char next =
                    i + 1 < content.size()
                            ? first(content.subList(i + 1, content.size()), after)
                            : after;
            one(content.get(i), next);
        }
    }

    private static char first(List<Inline> content, char after) {
        for (Inline inline : content) {
            if (inline instanceof Inline.Text text) {
                if (!text.value().isEmpty()) {
                    return text.value().charAt(0);
                }
            } else if (inline instanceof Inline.Styled styled) {
                return styled.style() == Style.KEY
                        ? PASSTHROUGH
                        : styled.role().isEmpty() ? styled.style().mark : '[';
            } else if (inline instanceof Inline.Code) {
                return '`';
            } else if (inline instanceof Inline.Break) {
                return ' ';
            } else if (inline instanceof Inline.Raw || inline instanceof Inline.Formula) {
                return PASSTHROUGH;
            } else {
                return 'l';
            }
        }
        return after;
    }

    private void one(Inline inline, char after) {
        if (inline instanceof Inline.Text text) {
            ink.add(text.value(), literal);
        } else if (inline instanceof Inline.Styled styled) {
            styled(styled, after);
        } else if (inline instanceof Inline.Code code) {
            boolean single = constrained(after) && "\"'`".indexOf(after) < 0;
            CodeSpans.write(ink, code.value(), single, literal == Ink.LITERAL, open.isEmpty());
        } else if (inline instanceof Inline.Link link) {
            link(link, after);
        } else if (inline instanceof Inline.Xref xref) {
            xref(xref, after);
        } else if (inline instanceof Inline.Image image) {
            image(image);
        } else if (inline instanceof Inline.Formula formula) {
            mark("stem:[");
            ink.add(formula.tex().replace("]", "\\]"), Ink.FORMULA);
            mark("]");
        } else if (inline instanceof Inline.Footnote footnote) {
            footnote(footnote);
        } else if (inline instanceof Inline.Raw raw) {
            raw(raw.html());
        } else if (inline instanceof Inline.Anchor anchor) {
            mark("[[" + anchor.id() + "]]");
        } else {
            mark(" +\n");
        }
    }

    private boolean constrained(char after) {
        char last = ink.last();
        boolean before =
                Chars.space(last)
                        || BEFORE_A_MARK.indexOf(last) >= 0
                        || Chars.wide(last) && !Chars.word(last)
                        || ink.kind(ink.length() - 1) == Ink.MARKUP && "*#`".indexOf(last) >= 0;
        return before && !Chars.word(after);
    }

    private void styled(Inline.Styled styled, char after) {
        Style style = styled.style();
        Ink inner = new InlineWriter.Nested(this, style).write(styled.content(), style.mark);
        String text = inner.toString();
        boolean script = style == Style.SUPERSCRIPT || style == Style.SUBSCRIPT;
        boolean nested = open.stream().anyMatch(other -> other.mark == style.mark);
        boolean sayable =
                !text.isBlank()
                        && !nested
                        && style != Style.KEY
                        && !(script && text.chars().anyMatch(c -> Chars.space((char) c)))
                        && !(literal != Ink.LITERAL && !styled.role().isEmpty());
        if (!sayable) {
            raw("<" + style.element + Html.roles(styled) + ">");
            ink.add(inner);
            raw("</" + style.element + ">");
            return;
        }
        boolean bare = styled.role().isEmpty() && ink.endsInBrackets();
        if (bare) {
            mark("{empty}");
        }
        boolean single =
                !bare
                        && constrained(after)
                        && ink.last() != style.mark
                        && after != style.mark
                        && !Chars.space(inner.at(0))
                        && !Chars.space(inner.last());
        String marks = String.valueOf(style.mark).repeat(script || single ? 1 : 2);
        mark(styled.role() + marks);
        ink.add(inner);
        mark(marks);
    }

    private void link(Inline.Link link, char after) {
        Ink inner = inside(link.content(), link.title().isEmpty() ? Ink.LINK_TEXT : Ink.QUOTED);
        if (!Targets.linkable(link.target()) || hasMacro(link.content())) {
            String title =
                    link.title().isEmpty() ? "" : "\" title=\"" + Escapes.attribute(link.title());
            raw("<a href=\"" + Escapes.attribute(link.target()) + title + "\">");
            all(link.content(), PASSTHROUGH);
            raw("</a>");
            return;
        }
        String target = Targets.encode(link.target());
        boolean address = Targets.address(target);
        boolean prefix =
                !address || !(Chars.space(ink.last()) || "()[\"'".indexOf(ink.last()) >= 0);
        boolean bare =
                link.title().isEmpty() && address && Targets.plain(link.content(), link.target());
        boolean clean = Targets.clean(target);
        if (link.title().isEmpty() && mailbox(link, after)) {
            ink.add(target.substring("mailto:".length()), Ink.MARKUP);
            return;
        }
        if (bare
                && clean
                && !prefix
                && target.equals(link.target())
                && endsAddress(target, after)) {
            ink.add(target, Ink.MARKUP);
            return;
        }
        if (target.startsWith("mailto:") && Targets.clean(target.replace("@", ""))) {
            mark(target);
        } else if (!clean) {
            mark("link:++");
            ink.add(target, Ink.HIDDEN);
            mark("++");
        } else {
            mark((prefix ? "link:" : "") + target);
        }
        mark("[");
        if (!link.title().isEmpty()) {
            mark("\"");
            ink.add(inner);
            mark("\",title=\"");
            ink.add(link.title(), Ink.QUOTED);
            mark("\"");
        } else if (!bare || !target.equals(link.target())) {
            ink.add(inner);
        }
        mark("]");
    }

    /** Whether a link shows only the address of a mailbox, which AsciiDoc finds by itself. */
    private boolean mailbox(Inline.Link link, char after) {
        String address = link.target().replaceFirst("^mailto:", "");
        return link.target().startsWith("mailto:")
                && Targets.plain(link.content(), address)
                && address.matches(
                        "[A-Za-z0-9][A-Za-z0-9.-]*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[a-zA-Z]{2,5}")
                && !address.contains("--")
                && (Chars.space(ink.last()) || ink.last() == '(')
                && (Chars.space(after) || after == ',' || after == ')');
    }

    private static boolean endsAddress(String target, char after) {
        return Chars.space(after) && ",.?!)(;:\"'&".indexOf(target.charAt(target.length() - 1)) < 0;
    }

    private static boolean hasMacro(List<Inline> content) {
        for (Inline inline : content) {
            if (inline instanceof Inline.Image
                    || inline instanceof Inline.Link
                    || inline instanceof Inline.Xref
                    || inline instanceof Inline.Anchor
                    || inline instanceof Inline.Footnote
                    || inline instanceof Inline.Styled styled && hasMacro(styled.content())) {
                return true;
            }
        }
        return content.isEmpty();
    }

    private void xref(Inline.Xref xref, char after) {
        Ink inner = inside(xref.content(), Ink.LINK_TEXT);
        mark("xref:" + xref.target() + "[");
        ink.add(inner);
        mark("]");
    }

    private void image(Inline.Image image) {
        String target = Targets.encode(image.target());
        Inline.Options options = image.options();
        if (!Targets.linkable(image.target())
                || image.target().isBlank()
                || target.contains(":") && !Targets.address(target)) {
            raw(Html.image(image));
            return;
        }
        mark("image:");
        boolean clean = Targets.clean(target);
        mark(clean ? "" : "++");
        ink.add(target, clean ? Ink.MARKUP : Ink.HIDDEN);
        mark((clean ? "" : "++") + "[");
        boolean more = !options.equals(Inline.Options.NONE);
        boolean quotes =
                more
                        || image.alt().isBlank()
                        || !image.alt().equals(image.alt().strip())
                        || image.alt().indexOf(',') >= 0
                        || image.alt().indexOf('=') >= 0;
        mark(quotes ? "\"" : "");
        ink.add(image.alt(), quotes ? Ink.QUOTED : Ink.LINK_TEXT);
        mark(quotes ? "\"" : "");
        option("width", options.width());
        option("height", options.height());
        option("title", options.title());
        option("link", options.link());
        mark("]");
    }

    private void option(String name, String value) {
        if (!value.isEmpty()) {
            mark("," + name + "=\"");
            ink.add(value, Ink.QUOTED);
            mark("\"");
        }
    }

    private void footnote(Inline.Footnote footnote) {
        mark("footnote:" + footnote.id() + "[");
        if (!footnote.content().isEmpty()) {
            ink.add(inside(footnote.content(), Ink.LINK_TEXT));
        }
        mark("]");
    }

    private Ink inside(List<Inline> content, byte kind) {
        InlineWriter writer = new InlineWriter();
        writer.open.addAll(open);
        writer.literal = (byte) Math.max(kind, literal);
        writer.all(content, ']');
        return writer.ink;
    }

    private void raw(String html) {
        mark("pass:[");
        ink.add(html.replace("]", "&#93;").replace("\\", "&#92;").replace("\n", " "), Ink.HIDDEN);
        mark("]");
    }

    private void mark(String markup) {
        ink.add(markup, Ink.MARKUP);
    }

    /** Writes what stands inside a pair of marks. */
    private record Nested(InlineWriter outer, Style style) {
        Ink write(List<Inline> content, char after) {
            InlineWriter writer = new InlineWriter();
            writer.open.addAll(outer.open);
            writer.open.add(style);
            writer.literal = outer.literal;
            writer.ink.add(String.valueOf(style == Style.KEY ? ' ' : style.mark), Ink.MARKUP);
            writer.all(content, after);
            return writer.ink.from(1);
        }
    }
}
