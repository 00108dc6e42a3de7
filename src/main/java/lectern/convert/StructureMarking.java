package lectern.convert;

/**
 * Teaches the engine to keep in its HTML what it would forget: the terms of an index, and which
 * chapters are an index, a glossary and the like.
 */
final class StructureMarking {
    private StructureMarking() {}

    /**
     * The statements for the engine's HTML converter. A term becomes a span of class {@code
     * indexterm}; its words are in {@code data-1} to {@code data-3}, what to see in {@code
     * data-see} and {@code data-see-also}, the latter one per line. A special chapter has a class
     * such as {@code section-index}.
     */
    static String ruby() {
        return """
                require 'asciidoctor/converter/html5'
                module LecternStructure
                  SPECIAL = %w(index preface glossary bibliography colophon dedication)

                  def convert_section node
                    if node.special && node.level == 1 && SPECIAL.include?(node.sectname)
                      node.add_role %(section-#{node.sectname})
                    end
                    super
                  end

                  def convert_inline_indexterm node
                    visible = node.type == :visible
                    marks = visible ? [node.text] : (node.attr 'terms')
                    data = marks.each_with_index.map {|term, i| lectern_data i + 1, term }
                    data << (lectern_data 'see', (node.attr 'see')) if node.attr? 'see'
                    if node.attr? 'see-also'
                      data << (lectern_data 'see-also', ((node.attr 'see-also').join %(\\n)))
                    end
                    %(<span class="indexterm"#{data.join}>#{visible ? node.text : ''}</span>)
                  end

                  def lectern_data name, text
                    %( data-#{name}="#{text.gsub '"', '&quot;'}")
                  end
                end
                Asciidoctor::Converter::Html5Converter.prepend LecternStructure
                """;
    }
}
