package lectern.note;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the attribute and title lines above a block say of it; filled line by line. */
final class BlockAttributes {

    // AsciiDoc: shorthand in the first positional attribute, style#id.role%option.
    private static final Pattern SHORTHAND = Pattern.compile("([#.%]?)([^#.%]*)");

    private final Map<String, String> named = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> options = new LinkedHashSet<>();
    private String style = "";
    private String id = "";
    private String title = "";
    private int firstLine;

    /** Add the text between the brackets of one attribute line. */
    void addAttributes(String text, int line) {
        started(line);
        AttributeList list = AttributeList.parse(text);
        if (!list.positional().isEmpty()) {
            addShorthand(list.positional().get(0));
        }
        for (int i = 1; i < list.positional().size(); i++) {
            named.put(Integer.toString(i + 1), list.positional().get(i));
        }
        list.named().forEach(this::addNamed);
    }

    /** Add a block anchor, {@code [[id]]} or {@code [[id,text]]}. */
    void addAnchor(String text, int line) {
        started(line);
        int comma = text.indexOf(',');
        id = (comma < 0 ? text : text.substring(0, comma)).strip();
    }

    /** Add a block title, the text after the dot. */
    void addTitle(String text, int line) {
        started(line);
        title = text;
    }

    private void started(int line) {
        if (firstLine == 0) {
            firstLine = line;
        }
    }

    private void addShorthand(String text) {
        Matcher matcher = SHORTHAND.matcher(text);
        while (matcher.find() && matcher.end() > matcher.start()) {
            String value = matcher.group(2);
            switch (matcher.group(1)) {
                case "#" -> id = value;
                case "." -> roles.add(value);
                case "%" -> options.add(value);
                default -> style = value;
            }
        }
    }

    private void addNamed(String name, String value) {
        switch (name) {
            case "id" -> id = value;
            case "role" -> addWords(value, "[ .]+", roles);
            case "opts", "options" -> addWords(value, "[ ,]+", options);
            case "title" -> title = value;
            default -> named.put(name, value);
        }
    }

    private static void addWords(String text, String between, Set<String> words) {
        Arrays.stream(text.split(between)).filter(word -> !word.isEmpty()).forEach(words::add);
    }

    /** The block style, such as {@code source} or {@code stem}; empty when none is given. */
    String style() {
        return style;
    }

    /** The id; empty when none is given. */
    String id() {
        return id;
    }

    /** The title; empty when none is given. */
    String title() {
        return title;
    }

    /** Line of the first attribute line, counting from 1; 0 when there is none. */
    int firstLine() {
        return firstLine;
    }

    boolean hasRole(String role) {
        return roles.contains(role);
    }

    boolean hasOption(String option) {
        return options.contains(option);
    }

    Set<String> options() {
        return options;
    }

    Optional<String> named(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** Names of the attributes given by name or, beyond the first, by position. */
    Set<String> names() {
        return named.keySet();
    }
}
