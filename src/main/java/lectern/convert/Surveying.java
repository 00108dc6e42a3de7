package lectern.convert;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Teaches the engine to mark the chapters of a page and to note, at its end, its counters and
 * references, to take in references to what it was not given, and to keep off ids that are taken.
 * All only where an attribute asks for it.
 */
final class Surveying {
    /** Attribute that asks for a survey, with the names of the notes, a line each. */
    static final String SURVEY = "lectern-survey";

    /** Attribute with references known already, a line each. */
    static final String KNOWN = "lectern-references";

    /** Attribute with ids that notes before those given have taken, a line each. */
    static final String TAKEN = "lectern-taken";

    private Surveying() {}

    /** References as the engine takes them in. */
    static String known(Map<String, String> references) {
        return references.entrySet().stream()
                .map(reference -> reference.getKey() + "\t" + reference.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** The statements for the engine's HTML converter. */
    static String ruby() {
        return """
                require 'asciidoctor/converter/html5'
                module LecternSurvey
                  CAPTIONS = { image: 'figure' }

                  module Known
                    def xreftext(style = nil) @text end
                  end

                  def convert_document node
                    return super unless node.attr? 'lectern-survey'
                    lectern_take_in node
                    @lectern_counters = {}
                    @lectern_named = {}
                    @lectern_notes = (node.attr 'lectern-survey').split(%(\\n)).to_h {|name| [name, true] }
                    html = super
                    lectern_count node, node.attr('docname')
                    html + lectern_survey(node)
                  end

                  # a chapter stands between marks, so that it can take the place of another
                  def convert_section node
                    return super unless @lectern_counters && node.level == 1
                    %(CHAPTER_OPEN#{node.id}CHAPTER_NAMED#{super}CHAPTER_CLOSE)
                  end

                  def convert_inline_footnote node
                    if @lectern_counters && node.id && node.type != :xref
                      @lectern_named[%(footnote:#{node.id})] = lectern_file node.parent
                    end
                    if @lectern_counters && (number = node.attr 'index')
                      lectern_note lectern_file(node.parent), 'footnote-number', number
                    end
                    super
                  end

                  def lectern_take_in doc
                    refs = doc.catalog[:refs]
                    (doc.attr 'lectern-references', '').split(%(\\n)).each do |line|
                      id, text = line.split %(\\t), 2
                      next if refs.key? id
                      refs[id] = node = Asciidoctor::Inline.new doc, :anchor, text, type: :ref, id: id
                      node.extend Known
                    end
                  end

                  def lectern_file block
                    while block && !(block.is_a? Asciidoctor::Document)
                      place = block.source_location if block.respond_to? :source_location
                      return place.path if place && (@lectern_notes.key? place.path)
                      block = block.parent
                    end
                    ''
                  end

                  def lectern_note file, name, value
                    (@lectern_counters[file] ||= {})[name] = value.to_s
                  end

                  def lectern_count block, file
                    # a listing lies, for the engine, in the script that it includes
                    if (place = block.source_location) && (@lectern_notes.key? place.path)
                      file = place.path
                    end
                    if block.context == :section
                      if block.numbered && block.numeral && %w(chapter appendix).include?(block.sectname)
                        lectern_note file, %(#{block.sectname}-number), block.numeral
                      end
                    elsif block.numeral && block.caption
                      lectern_note file, %(#{CAPTIONS[block.context] || block.context}-number), block.numeral
                    end
                    if block.context == :stem && /\\bequation-(\\d+)/ =~ block.role
                      lectern_note file, 'equation-number', $1
                    end
                    case block.context
                    when :dlist
                      block.items.each {|_, item| lectern_count item, file if item }
                    when :table
                      block.rows.body.flatten.each do |cell|
                        lectern_count cell.inner_document, file if cell.inner_document
                      end
                    else
                      block.blocks.each {|child| lectern_count child, file }
                    end
                  end

                  def lectern_survey doc
                    lines = []
                    style = doc.attr 'xrefstyle'
                    doc.catalog[:refs].each do |id, ref|
                      next if Known === ref
                      lines << %(anchor\\t#{lectern_file ref}\\t#{id})
                      text = ref.xreftext style
                      lines << %(reference\\t#{id}\\t#{text.tr %(\\n\\t), '  '}) if text
                    end
                    @lectern_named.each {|id, file| lines << %(anchor\\t#{file}\\t#{id}) }
                    doc.lectern_set.each_key {|name| lines << %(set\\t#{name}) }
                    @lectern_counters.each do |file, counters|
                      counters.each {|name, value| lines << %(counter\\t#{file}\\t#{name}\\t#{value}) }
                    end
                    %(\\n<!--lectern-survey\\n#{lines.join %(\\n)}\\n-->)
                  end
                end
                Asciidoctor::Converter::Html5Converter.prepend LecternSurvey

                module LecternSettings
                  COUNTED = %w(figure table listing example equation chapter appendix footnote)
                    .to_h {|name| [%(#{name}-number), true] }

                  # what text after the header sets for all that follows it
                  def lectern_set
                    @lectern_set ||= {}
                  end

                  def set_attribute name, value = ''
                    lectern_note_set name if @header_attributes
                    super
                  end

                  def delete_attribute name
                    lectern_note_set name if @header_attributes
                    super
                  end

                  def counter name, seed = nil
                    lectern_note_set name
                    super
                  end

                  def restore_attributes
                    # an include that shifts levels sets them back
                    if @attributes['leveloffset'] != @header_attributes['leveloffset']
                      lectern_set['leveloffset'] = true
                    end
                    super
                  end

                  def lectern_note_set name
                    return if name == 'leveloffset' || @parent_document || (COUNTED.key? name)
                    lectern_set[name] = true
                  end
                end
                Asciidoctor::Document.prepend LecternSettings

                module LecternIds
                  class Both
                    def initialize refs, taken
                      @refs, @taken = refs, taken
                    end

                    def key? id
                      (@refs.key? id) || (@taken.key? id)
                    end

                    def [] id
                      @refs[id] || @taken[id]
                    end
                  end

                  def generate_id title, document
                    return super unless (ids = document.attr 'lectern-taken')
                    catalog = document.catalog
                    taken = (catalog[:lectern_taken] ||= (ids.split %(\\n)).to_h {|id| [id, true] })
                    refs = catalog[:refs]
                    catalog[:refs] = Both.new refs, taken
                    begin
                      super
                    ensure
                      catalog[:refs] = refs
                    end
                  end
                end
                Asciidoctor::Section.singleton_class.prepend LecternIds
                """
                .replace("CHAPTER_OPEN", String.valueOf(MarkedPage.OPEN))
                .replace("CHAPTER_NAMED", String.valueOf(MarkedPage.NAMED))
                .replace("CHAPTER_CLOSE", String.valueOf(MarkedPage.CLOSE));
    }
}
