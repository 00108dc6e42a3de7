package lectern.inpage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.text.Digests;

/** The module that draws figures in every page, as the build does. */
public final class PlotModule {
    /** Names the module; no example has such an alias. */
    public static final String ALIAS = "lectern-plot";

    private static final List<String> LIBRARIES =
            List.of(
                    "org.jetbrains.letsPlot.core.util.PlotSvgExportCommon",
                    "org.jetbrains.letsPlot.core.plot.builder.AxisUtil",
                    "org.jetbrains.letsPlot.core.plot.base.Aes",
                    "org.jetbrains.letsPlot.datamodel.svg.dom.SvgElement",
                    "org.jetbrains.letsPlot.commons.logging.Logger",
                    "kotlin.Unit");
    private static final List<String> DRAWING =
            List.of(
                    "ColourScale",
                    "FigureRenderer",
                    "FigureSpec",
                    "HouseStyle",
                    "Marks",
                    "Palette",
                    "Spec",
                    "SvgElement",
                    "SvgInline",
                    "SvgReader",
                    "SvgText",
                    "SvgTidy");

    private PlotModule() {}

    /** What it is made of: the drawing of figures and the library beneath it. */
    public static ModuleSource source() {
        List<Path> jars = jars();
        String versions =
                jars.stream()
                        .map(jar -> jar.getFileName().toString())
                        .collect(Collectors.joining(" "));
        String classes =
                Stream.concat(
                                DRAWING.stream().map(name -> "/lectern/figure/" + name + ".class"),
                                Stream.of("page/Drawing.class", "page/Silence.class"))
                        .map(PlotModule::digest)
                        .collect(Collectors.joining(" "));
        return new ModuleSource(
                ALIAS, "lectern.inpage.page.Drawing", jars, versions + " " + classes);
    }

    /** The library of figures. */
    static List<Path> jars() {
        Set<Path> jars = new LinkedHashSet<>();
        for (String library : LIBRARIES) {
            try {
                jars.add(PageTools.place(Class.forName(library)));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the library of figures lacks " + library, e);
            }
        }
        return List.copyOf(jars);
    }

    private static String digest(String resource) {
        try (InputStream bytes = PlotModule.class.getResourceAsStream(resource)) {
            return Digests.of(bytes.readAllBytes()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
