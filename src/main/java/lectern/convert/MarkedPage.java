package lectern.convert;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A converted book in which the chapters are marked, so that one can take the place of another.
 *
 * @param text the page as the engine wrote it; each chapter is {@link #OPEN}, its id, {@link
 *     #NAMED}, its HTML, {@link #CLOSE}
 */
public record MarkedPage(String text) {
    // Unicode sets these aside for use within a program: no text holds them
    static final char OPEN = '\ufdd0';
    static final char NAMED = '\ufdd1';
    static final char CLOSE = '\ufdd2';

    private static final Pattern MARKS =
            Pattern.compile(OPEN + "[^" + NAMED + "]*" + NAMED + "|" + CLOSE);
    private static final String NOTES = "<div id=\"footnotes\">\n<hr>\n";
    private static final Pattern NOTE =
            Pattern.compile("<div class=\"footnote\" id=\"_footnotedef_(\\d+)\">\n");
    private static final Pattern CALL = Pattern.compile("href=\"#_footnotedef_(\\d+)\"");

    /** The page without the marks. */
    public String html() {
        return MARKS.matcher(text).replaceAll("");
    }

    /** Whether an id is that of a chapter of this page. */
    public boolean has(String id) {
        return text.contains(OPEN + id + NAMED);
    }

    /** The HTML of the chapters by their ids, in their order. */
    public Map<String, String> chapters() {
        Map<String, String> chapters = new LinkedHashMap<>();
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, open + 1)) {
            int named = text.indexOf(NAMED, open);
            int close = text.indexOf(CLOSE, named);
            chapters.put(text.substring(open + 1, named), text.substring(named + 1, close));
        }
        return chapters;
    }

    /** The page without its chapters and footnotes. */
    public String frame() {
        int end = text.lastIndexOf(NOTES);
        StringBuilder frame = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            frame.append(text, from, open);
            from = text.indexOf(CLOSE, open) + 1;
        }
        return frame.append(text, from, Math.max(from, end)).toString();
    }

    /**
     * The page without some of its chapters and without the marks.
     *
     * @param instead what stands for each chapter that is left out, by its id
     */
    public String html(Map<String, String> instead) {
        StringBuilder html = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int named = text.indexOf(NAMED, open);
            int close = text.indexOf(CLOSE, named);
            String other = instead.get(text.substring(open + 1, named));
            html.append(text, from, open);
            html.append(other == null ? text.substring(named + 1, close) : other);
            from = close + 1;
        }
        return html.append(text, from, text.length()).toString();
    }

    /**
     * This page with some chapters, and the footnotes called in them, as another page has them.
     *
     * @param ids of the chapters
     * @param newer a page of the same book, without some of its chapters
     * @return nothing where that takes more than replacing them: a page lacks one of them, or other
     *     footnotes are called now
     */
    public Optional<MarkedPage> with(Set<String> ids, MarkedPage newer) {
        Map<String, String> old = chapters();
        Map<String, String> fresh = newer.chapters();
        if (!old.keySet().containsAll(ids) || !fresh.keySet().containsAll(ids)) {
            return Optional.empty();
        }
        String page = text;
        Map<String, String> notes = newer.notes();
        Set<String> known = notes().keySet();
        Map<String, String> replaced = new LinkedHashMap<>();
        for (String id : ids) {
            Set<String> called = calls(fresh.get(id));
            boolean same = called.equals(calls(old.get(id)));
            if (!same || !notes.keySet().containsAll(called) || !known.containsAll(called)) {
                return Optional.empty();
            }
            called.forEach(number -> replaced.put(number, notes.get(number)));
            String place = OPEN + id + NAMED;
            int from = page.indexOf(place) + place.length();
            page =
                    page.substring(0, from)
                            + fresh.get(id)
                            + page.substring(page.indexOf(CLOSE, from));
        }
        return Optional.of(new MarkedPage(page).withNotes(replaced));
    }

    /** The numbers of the footnotes that a chapter calls. */
    public static Set<String> calls(String chapter) {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher call = CALL.matcher(chapter);
        while (call.find()) {
            numbers.add(call.group(1));
        }
        return numbers;
    }

    private MarkedPage withNotes(Map<String, String> replaced) {
        if (replaced.isEmpty()) {
            return this;
        }
        Map<String, String> notes = notes();
        notes.putAll(replaced);
        int start = text.lastIndexOf(NOTES) + NOTES.length();
        int end = text.lastIndexOf("</div>");
        String all = String.join("", List.copyOf(notes.values()));
        return new MarkedPage(text.substring(0, start) + all + text.substring(end));
    }

    /** The footnotes at the end of the page by their numbers, each with the line end after it. */
    public Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        int start = text.lastIndexOf(NOTES);
        if (start < 0) {
            return notes;
        }
        String all = text.substring(start + NOTES.length(), text.lastIndexOf("</div>"));
        Matcher note = NOTE.matcher(all);
        String number = "";
        int from = 0;
        while (note.find()) {
            if (!number.isEmpty()) {
                notes.put(number, all.substring(from, note.start()));
            }
            number = note.group(1);
            from = note.start();
        }
        if (!number.isEmpty()) {
            notes.put(number, all.substring(from));
        }
        return notes;
    }
}
