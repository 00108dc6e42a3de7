package lectern.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of one scenario. */
final class Series {
    private final Scenario scenario;
    private final List<Usage> usages = new ArrayList<>();
    private int pages;

    Series(Scenario scenario) {
        this.scenario = scenario;
    }

    void add(Usage usage, int pagesWritten) {
        usages.add(usage);
        pages = pagesWritten;
    }

    Scenario scenario() {
        return scenario;
    }

    /** Pages that the last run wrote, in its site or, without one, its PDF; 0 for a peer. */
    int pages() {
        return pages;
    }

    double minimum(ToDoubleFunction<Usage> quantity) {
        return at(quantity, 0);
    }

    double median(ToDoubleFunction<Usage> quantity) {
        int upper = usages.size() / 2;
        return (at(quantity, (usages.size() - 1) / 2) + at(quantity, upper)) / 2;
    }

    double maximum(ToDoubleFunction<Usage> quantity) {
        return at(quantity, usages.size() - 1);
    }

    private double at(ToDoubleFunction<Usage> quantity, int rank) {
        return usages.stream().mapToDouble(quantity).sorted().skip(rank).findFirst().orElseThrow();
    }
}
