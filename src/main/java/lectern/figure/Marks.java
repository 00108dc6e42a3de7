package lectern.figure;

/** Tells whether a plot shows any data, as an empty one comes out as axes without a complaint. */
final class Marks {

    private Marks() {}

    /** Whether a layer, which is a group cut to the panel, holds a shape or a word. */
    static boolean any(SvgElement svg) {
        return svg.below().stream()
                .filter(group -> group.name().equals("g") && group.has("clip-path"))
                .anyMatch(Marks::holdsShape);
    }

    private static boolean holdsShape(SvgElement group) {
        return group.below().stream()
                .filter(element -> !element.within("clipPath"))
                .anyMatch(
                        element ->
                                switch (element.name()) {
                                    case "path",
                                            "rect",
                                            "circle",
                                            "line",
                                            "text",
                                            "polygon",
                                            "image" ->
                                            true;
                                    default -> false;
                                });
    }
}
