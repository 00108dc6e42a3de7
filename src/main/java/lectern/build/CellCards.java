package lectern.build;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lectern.model.CellRun;
import lectern.render.CellCard;
import lectern.runs.RunPlan;
import lectern.runs.RunStore;
import lectern.text.SourceFiles;

/** Makes the cards that pages show beside the code of a cell. */
final class CellCards {
    private CellCards() {}

    static Map<String, CellCard> of(BookLayout layout, Plans plans, boolean inPage) {
        RunStore store = new RunStore(layout.runs());
        Map<String, CellCard> cards = new LinkedHashMap<>();
        plans.plan()
                .items()
                .forEach(
                        item -> {
                            Path record = store.file(item.cell());
                            String path = SourceFiles.relative(layout.root(), record);
                            String id = item.cell().id().value();
                            CellCard card = card(item, plans.catalog(), path);
                            boolean knobs = !item.cell().options().knobs().isEmpty();
                            cards.put(
                                    id,
                                    inPage && knobs
                                            ? card.inPage(KnobData.of(item, jbang(item, plans)))
                                            : card);
                        });
        return cards;
    }

    private static CellCard card(RunPlan.Item item, String catalog, String record) {
        int met = (int) item.recorded().stream().mapToLong(CellCards::met).sum();
        int published = item.recorded().map(run -> run.expectations().size()).orElse(0);
        if (item.cell().inline()) {
            String id = item.cell().id().value();
            return new CellCard(
                    id, "", "lectern run " + id, "", machine(item), record, met, published, "");
        }
        String alias = item.script().alias();
        StringBuilder command = new StringBuilder("jbang ").append(alias);
        if (!catalog.isEmpty()) {
            command.append('@').append(catalog);
        }
        for (String arg : item.cell().options().args()) {
            command.append(' ')
                    .append(
                            arg.matches("[\\w.,:=/+-]+")
                                    ? arg
                                    : "'" + arg.replace("'", "'\\''") + "'");
        }
        return new CellCard(
                alias,
                item.cell().script(),
                command.toString(),
                item.script().description(),
                machine(item),
                record,
                met,
                published,
                "");
    }

    /** The command of an example without arguments. */
    private static String jbang(RunPlan.Item item, Plans plans) {
        String where = plans.catalog().isEmpty() ? "" : "@" + plans.catalog();
        return item.cell().inline()
                ? "lectern run " + item.cell().id()
                : "jbang " + item.script().alias() + where;
    }

    private static long met(CellRun run) {
        return run.expectations().stream()
                .filter(e -> run.fact(e.fact()).filter(f -> e.metBy(f.value())).isPresent())
                .count();
    }

    private static String machine(RunPlan.Item item) {
        return item.recorded().flatMap(CellRun::machine).orElse("");
    }
}
