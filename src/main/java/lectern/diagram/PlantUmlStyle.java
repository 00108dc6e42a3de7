package lectern.diagram;

/** The looks of PlantUML diagrams: ink on paper, in the book's font. */
final class PlantUmlStyle {

    /** Stands for the colour of text until the drawing is done. */
    static final String INK = "#010203";

    /** Stands for the faint ground of boxes. */
    static final String BOX = "#010205";

    /**
     * Goes before every diagram. Without {@code lengthAdjust none} letters are stretched to widths
     * measured elsewhere; Smetana is PlantUML's own layout engine.
     */
    static final String TEXT =
            """
            !pragma layout smetana
            skinparam lengthAdjust none
            skinparam shadowing false
            <style>
            root {
              FontName SansSerif
              FontColor %1$s
              LineColor %1$s
              BackGroundColor %2$s
              LineThickness 1
              Shadowing 0
            }
            document {
              BackGroundColor transparent
            }
            activityDiagram {
              start {
                BackGroundColor %1$s
              }
              stop {
                BackGroundColor %1$s
              }
            }
            stateDiagram {
              start {
                BackGroundColor %1$s
              }
              stop {
                BackGroundColor %1$s
              }
            }
            </style>
            """
                    .formatted(INK, BOX);

    private PlantUmlStyle() {}
}
