package lectern.highlight;

/** What a piece of code is, and the class its {@code span} gets; the style sheet has the colour. */
public enum Style {
    /** Word of the language. */
    KEYWORD("hl-k"),
    /** Class, record, interface, enum or type parameter. */
    TYPE("hl-t"),
    /** String or text block. */
    STRING("hl-s"),
    /** Character literal. */
    CHARACTER("hl-h"),
    /** Number. */
    NUMBER("hl-n"),
    /** Comment. */
    COMMENT("hl-c"),
    /** Documentation comment. */
    DOCUMENTATION("hl-d"),
    /** Annotation, attribute line, directive. */
    ANNOTATION("hl-a"),
    /** Name where a method is declared, or command that is called. */
    FUNCTION("hl-f"),
    /** Name of a constant. */
    CONSTANT("hl-v"),
    /** Prompt of a console. */
    PROMPT("hl-p"),
    /** Key of a property, attribute of an element, option of a command. */
    KEY("hl-e"),
    /** Name of an element, heading. */
    TAG("hl-g");

    private final String cssClass;

    Style(String cssClass) {
        this.cssClass = cssClass;
    }

    /** The class in HTML, for example {@code hl-k}. */
    public String cssClass() {
        return cssClass;
    }
}
