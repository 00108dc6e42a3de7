package lectern.note;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.text.NearMiss;
import lectern.text.Tags;

/** Follows the include directives of one note: notes are scanned, other files are checked. */
final class Includes {
    // AsciiDoc: the target of an include holds no bracket and neither starts nor ends with a blank.
    private static final Pattern DIRECTIVE =
            Pattern.compile("include::([^\\s\\[](?:[^\\[]*[^\\s\\[])?)\\[(.*)\\]");

    private final ScanContext context;
    private final Path file;
    private final NoteBuilder note;

    Includes(ScanContext context, Path file, NoteBuilder note) {
        this.context = context;
        this.file = file;
        this.note = note;
    }

    boolean isDirective(String line) {
        return line.startsWith("include::") && DIRECTIVE.matcher(line.stripTrailing()).matches();
    }

    /** Follow one directive; {@code scanned} says whether notes are read as part of the book. */
    void follow(String line, int lineNumber, boolean scanned) {
        Matcher matcher = DIRECTIVE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an include: " + line);
        }
        Location location = note.at(lineNumber, 0);
        AttributeList attributes = AttributeList.parse(matcher.group(2));
        Optional<Path> target = target(matcher.group(1), attributes, location);
        if (target.isEmpty()) {
            return;
        }
        context.included.add(context.name(target.get()));
        if (scanned && AsciidocFiles.isNote(target.get())) {
            scanNote(target.get(), attributes, location);
        } else {
            checkTags(target.get(), attributes, location);
        }
    }

    /** The file that an include line in a verbatim block names, if it exists. */
    Optional<Path> fileOf(String line) {
        Matcher matcher = DIRECTIVE.matcher(line.stripTrailing());
        return matcher.matches() ? context.beside(file, matcher.group(1)) : Optional.empty();
    }

    private Optional<Path> target(String written, AttributeList attributes, Location location) {
        Optional<Path> target = context.beside(file, written);
        if (target.isPresent() && Files.isRegularFile(target.get())) {
            return target;
        }
        String options =
                attributes
                        .named()
                        .getOrDefault("opts", attributes.named().getOrDefault("options", ""));
        if (!options.contains("optional")) {
            context.error(
                    Rule.MISSING_INCLUDE,
                    location,
                    "included file '" + written + "' does not exist",
                    target.map(path -> "looked for " + printable(path))
                            .orElse("this is not a path of this system"));
        }
        return Optional.empty();
    }

    private String printable(Path path) {
        return path.startsWith(context.root)
                ? context.name(path)
                : path.getFileName() + " outside the book";
    }

    private void scanNote(Path target, AttributeList attributes, Location location) {
        if (context.notes.containsKey(target)) {
            if (context.notes.get(target).isEmpty()) {
                context.error(
                        Rule.MISSING_INCLUDE,
                        location,
                        "'" + context.name(target) + "' includes itself",
                        "take one of the includes between the two out");
            }
            return;
        }
        int outer = context.levelOffset;
        String offset = attributes.named().getOrDefault("leveloffset", "0").replace("+", "");
        context.levelOffset += offset.matches("-?\\d{1,2}") ? Integer.parseInt(offset) : 0;
        context.notes.put(target, Optional.empty());
        context.parents.put(context.name(target), context.name(file.toAbsolutePath()));
        context.notes.put(target, Optional.of(new NoteScanner(context, target).scan()));
        context.levelOffset = outer;
    }

    private void checkTags(Path target, AttributeList attributes, Location location) {
        String wanted =
                attributes.named().getOrDefault("tag", attributes.named().getOrDefault("tags", ""));
        if (wanted.isEmpty()) {
            return;
        }
        Tags tags = context.memory.tags(target);
        List<String> names =
                Arrays.stream(wanted.split("[,;]"))
                        .map(name -> name.strip().replaceFirst("^!", ""))
                        .filter(name -> !name.isEmpty() && !name.contains("*"))
                        .toList();
        for (String name : names) {
            if (!tags.regions().containsKey(name)) {
                context.error(
                        Rule.MISSING_TAG,
                        location,
                        "tag '" + name + "' is not in '" + context.name(target) + "'",
                        NearMiss.hint(name, tags.regions().keySet()));
            } else if (tags.unclosed().containsKey(name)) {
                context.error(
                        Rule.MISSING_TAG,
                        new Location(context.name(target), tags.unclosed().get(name), 1),
                        "tag '" + name + "' is opened and never closed",
                        "close it with '// end::" + name + "[]'");
            }
        }
    }
}
