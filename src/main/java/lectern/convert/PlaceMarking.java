package lectern.convert;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Book;
import lectern.model.Location;
import lectern.text.Escapes;
import lectern.text.SourceFiles;
import lectern.weave.WovenNote;

/**
 * Teaches the engine to say of every block, where it is asked, which line it stems from, and turns
 * woven lines into those of the author's files. A page keeps it in the attribute {@code data-at},
 * such as {@code notes/x.adoc:41}; that of a section is with its heading.
 */
final class PlaceMarking {
    /** Attribute of the engine that asks for places; a source map must be kept as well. */
    static final String PLACES = "lectern-places";

    private static final Pattern WOVEN = Pattern.compile(" data-at=\"(\\d+) ([^\"]*)\"");

    private PlaceMarking() {}

    /** The statements for the engine's HTML converter. */
    static String ruby() {
        return """
                require 'asciidoctor/converter/html5'
                module LecternPlaces
                  def convert node, transform = node.node_name, opts = nil
                    html = super
                    return html unless Asciidoctor::AbstractBlock === node
                    return html unless transform == node.node_name
                    return html if Asciidoctor::Document === node
                    return html unless node.document.attr? 'lectern-places'
                    return html unless (place = node.source_location)
                    start = html.index(node.context == :section ? /<h[1-6]/ : /\\A</)
                    return html unless start && (name = html.index(/[ >]/, start))
                    lectern_items (html.dup.insert name, (lectern_mark place)), node
                  end

                  def lectern_mark place
                    %( data-at="#{place.lineno} #{place.file.to_s.gsub '"', '&quot;'}")
                  end

                  # those of a list within the list have their marks; where text has elements of
                  # its own, nobody knows which are the items
                  def lectern_items html, list
                    case list.context
                    when :ulist, :olist
                      open, items = /<li(?=[ >])(?! data-at=)/, list.items
                    when :dlist
                      open, items = /<dt(?=[ >])(?! data-at=)/, (list.items.flat_map {|terms, _| terms })
                    else
                      return html
                    end
                    places = items.map {|item| item.source_location }
                    return html unless places.all? && (html.scan open).size == places.size
                    html.gsub(open) {|start| start + (lectern_mark places.shift) }
                  end
                end
                Asciidoctor::Converter::Html5Converter.prepend LecternPlaces

                # to see whether a title comes, the reader looks one line further; where that leaves
                # an included file, it puts its last line back into the one that includes it
                module LecternLastLine
                  def peek_lines num = nil, direct = false
                    here = [@file, @dir, @path, @lineno]
                    depth = @lines.empty? ? 0 : @include_stack.size
                    result = super
                    @lectern_last = [result[0], here] if @include_stack.size < depth
                    result
                  end

                  def mark
                    super
                    line, place = @lectern_last
                    @mark = place if line && (line.equal? @lines[-1])
                    @mark
                  end
                end
                Asciidoctor::PreprocessorReader.prepend LecternLastLine
                """;
    }

    /** A page whose places are those of the author's files, relative to the book. */
    static MarkedPage ofAuthor(MarkedPage page, Book book, Map<String, WovenNote> notes) {
        return new MarkedPage(
                WOVEN.matcher(page.text())
                        .replaceAll(
                                mark -> {
                                    Location place =
                                            place(mark.group(2), mark.group(1), book, notes);
                                    String at = place.file() + ":" + place.line();
                                    return Matcher.quoteReplacement(" data-at=\"" + at + "\"");
                                }));
    }

    private static Location place(
            String file, String line, Book book, Map<String, WovenNote> notes) {
        String name =
                file.isEmpty() ? book.file() : SourceFiles.relative(book.root(), Path.of(file));
        WovenNote note = notes.get(name);
        // a listing that is a whole file begins before its first line
        int number = Math.max(1, Integer.parseInt(line));
        return Location.of(Escapes.attribute(name), note == null ? number : note.origin(number));
    }
}
