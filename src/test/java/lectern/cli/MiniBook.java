package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.text.SourceFiles;

/**
 * A small book and what the command line says about it, one text file.
 *
 * @param head lines before the first section: what the case shows
 * @param sections in order
 */
record MiniBook(List<String> head, List<Section> sections) {
    private static final Pattern MARK = Pattern.compile("-- (\\$ ?)?(.*?) ?--");

    /**
     * A file to be laid down or a command to be run.
     *
     * @param command whether the name is a command line
     * @param name path relative to the book, or the command line
     * @param body lines of the file, or what the command prints
     */
    record Section(boolean command, String name, List<String> body) {
        Section with(List<String> newBody) {
            return new Section(command, name, newBody);
        }

        String text() {
            return body.isEmpty() ? "" : String.join("\n", body) + "\n";
        }
    }

    static MiniBook parse(String text) {
        List<String> head = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        List<String> body = head;
        for (String line : SourceFiles.lines(text)) {
            Matcher mark = MARK.matcher(line);
            if (mark.matches() && line.length() > 5) {
                body = new ArrayList<>();
                sections.add(new Section(mark.group(1) != null, mark.group(2), body));
            } else {
                body.add(line);
            }
        }
        return new MiniBook(head, sections);
    }

    /** The text that {@link #parse} reads. */
    String text() {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append(line).append('\n'));
        for (Section section : sections) {
            text.append("-- ").append(section.command() ? "$ " : "").append(section.name());
            text.append(section.name().isEmpty() ? "--\n" : " --\n").append(section.text());
        }
        return text.toString();
    }

    List<Section> files() {
        return sections.stream().filter(section -> !section.command()).toList();
    }

    List<Section> commands() {
        return sections.stream().filter(Section::command).toList();
    }
}
