package lectern.diagram;

/** The languages of diagrams; both are drawn without any program beside Java. */
public enum DiagramKind {
    /** PlantUML, laid out by its own engine, so that no Graphviz is needed. */
    PLANTUML("plantuml"),
    /** Boxes and arrows drawn with characters. */
    DITAA("ditaa");

    private final String block;

    DiagramKind(String block) {
        this.block = block;
    }

    /** Name of the block in AsciiDoc. */
    public String block() {
        return block;
    }
}
