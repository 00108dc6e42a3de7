package lectern.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * Finds bare addresses in text, as GitHub does: an entity at the end is none of the address, a
 * bracket in its middle is, and no line may follow that of a mailbox.
 */
final class Autolinks {
    private static final LinkExtractor ADDRESSES =
            LinkExtractor.builder()
                    .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
                    .build();

    // the words of a sentence in Chinese need no blank before it
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9._+-]++@[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

    private Autolinks() {}

    /** Make links of the addresses. */
    static List<Inline> resolve(List<Inline> inlines) {
        List<Inline> out = new ArrayList<>();
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Text text && likely(text.value())) {
                split(text.value(), out);
            } else {
                out.add(inline);
            }
        }
        return out;
    }

    private static boolean likely(String text) {
        return text.contains("://") || text.contains("www.") || text.indexOf('@') >= 0;
    }

    private static void split(String text, List<Inline> out) {
        int from = 0;
        for (LinkSpan link : ADDRESSES.extractLinks(text)) {
            int start = link.getBeginIndex();
            int end = end(text, link);
            if (link.getType() == LinkType.EMAIL) {
                Matcher mailbox = MAILBOX.matcher(text).region(start, link.getEndIndex());
                boolean found = end >= 0 && mailbox.find();
                start = found ? mailbox.start() : start;
                end = found ? mailbox.end() : -1;
            }
            if (start < from || end < 0) {
                continue;
            }
            if (start > from) {
                out.add(new Inline.Text(text.substring(from, start)));
            }
            String shown = text.substring(start, end);
            String scheme =
                    switch (link.getType()) {
                        case WWW -> "http://";
                        case EMAIL -> "mailto:";
                        default -> "";
                    };
            out.add(new Inline.Link(scheme + shown, "", List.of(new Inline.Text(shown))));
            from = end;
        }
        if (from < text.length()) {
            out.add(new Inline.Text(text.substring(from)));
        }
    }

    /** Where the address ends; -1 when it is none. */
    private static int end(String text, LinkSpan link) {
        int end = link.getEndIndex();
        int bracket = text.substring(link.getBeginIndex(), end).indexOf('[');
        if (bracket > 0) {
            return link.getBeginIndex() + bracket;
        }
        char next = end < text.length() ? text.charAt(end) : ' ';
        if (link.getType() == LinkType.EMAIL) {
            return next == '-' || next == '_' ? -1 : end;
        }
        if (next == ';') {
            int start = end;
            while (Chars.asciiLetterOrDigit(text.charAt(start - 1))) {
                start--;
            }
            return text.charAt(start - 1) == '&' ? start - 1 : end;
        }
        if (next == ')' && end + 1 < text.length() && goesOn(text.charAt(end + 1))) {
            while (end < text.length() && (goesOn(text.charAt(end)) || text.charAt(end) == ')')) {
                end++;
            }
        }
        return end;
    }

    private static boolean goesOn(char c) {
        return Chars.asciiLetterOrDigit(c) || "+/=&%".indexOf(c) >= 0;
    }
}
