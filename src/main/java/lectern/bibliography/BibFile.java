package lectern.bibliography;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Source;
import lectern.text.SourceFiles;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;

/** Reads BibTeX; every entry starts a line of its own, so that it has a place. */
public final class BibFile {
    private static final Pattern ENTRY =
            Pattern.compile("\\s*@(\\w+)\\s*\\{\\s*([^\\s,{}]+)\\s*,.*");
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    private BibFile() {}

    /**
     * What a file holds and what is wrong with it.
     *
     * @param sources in order, an entry that stands twice twice
     * @param findings in order of place
     */
    public record Reading(List<Source> sources, List<Diagnostic> findings) {}

    /**
     * Read a file.
     *
     * @param name relative to the book root, for messages
     * @param text of the file
     */
    public static Reading read(String name, String text) {
        try {
            return new Reading(sources(name, text, parse(text)), List.of());
        } catch (ObjectResolutionException e) {
            return broken(
                    place(name, text, "=\\s*" + Pattern.quote(e.getMessage())),
                    "'" + e.getMessage() + "' is neither a text nor a number",
                    "write {" + e.getMessage() + "}");
        } catch (ParseException | TokenMgrException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            return broken(
                    place.find()
                            ? new Location(name, number(place.group(1)), number(place.group(2)))
                            : Location.of(name, SourceFiles.lines(text).size()),
                    "this is not BibTeX",
                    "an entry reads @type{key, field = {text}, ...}");
        }
    }

    private static int number(String digits) {
        return Math.max(1, Integer.parseInt(digits));
    }

    private static Reading broken(Location location, String message, String hint) {
        return new Reading(
                List.of(), List.of(Diagnostic.error(Rule.BAD_SOURCE, location, message, hint)));
    }

    private static Location place(String name, String text, String regex) {
        Pattern pattern = Pattern.compile(regex);
        List<String> lines = SourceFiles.lines(text);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = pattern.matcher(lines.get(i));
            if (matcher.find()) {
                return new Location(name, i + 1, matcher.start() + 1);
            }
        }
        return Location.of(name);
    }

    static BibTeXDatabase parse(String text) throws ParseException, ObjectResolutionException {
        BibTeXParser parser =
                new BibTeXParser() {
                    @Override
                    public void checkCrossReferenceResolution(Key key, BibTeXEntry entry) {
                        // an entry that refers to a missing one is still an entry
                    }
                };
        return parser.parse(new StringReader(text));
    }

    private static List<Source> sources(String name, String text, BibTeXDatabase database) {
        Map<String, BibTeXEntry> entries = new LinkedHashMap<>();
        database.getEntries().forEach((key, entry) -> entries.put(key.getValue(), entry));
        List<Source> sources = new ArrayList<>();
        List<String> lines = SourceFiles.lines(text);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = ENTRY.matcher(lines.get(i));
            if (matcher.matches() && entries.containsKey(matcher.group(2))) {
                BibTeXEntry entry = entries.get(matcher.group(2));
                String type = matcher.group(1).toLowerCase(Locale.ROOT);
                sources.add(
                        new Source(
                                matcher.group(2), type, fields(entry), Location.of(name, i + 1)));
            }
        }
        return sources;
    }

    private static Map<String, String> fields(BibTeXEntry entry) {
        return entry.getFields().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                field -> field.getKey().getValue().toLowerCase(Locale.ROOT),
                                field -> field.getValue().toUserString(),
                                (first, second) -> first));
    }
}
