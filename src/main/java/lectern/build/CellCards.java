package lectern.build;

import java.util.LinkedHashMap;
import java.util.Map;
import lectern.model.CellRun;
import lectern.render.CellCard;
import lectern.runs.RunPlan;

/** Makes the cards that pages show beside the code of a cell. */
final class CellCards {
    private CellCards() {}

    static Map<String, CellCard> of(Plans plans) {
        Map<String, CellCard> cards = new LinkedHashMap<>();
        plans.plan()
                .items()
                .forEach(item -> cards.put(item.cell().id().value(), card(item, plans.catalog())));
        return cards;
    }

    private static CellCard card(RunPlan.Item item, String catalog) {
        if (item.cell().inline()) {
            String id = item.cell().id().value();
            return new CellCard(id, "", "lectern run " + id, "", machine(item));
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
                machine(item));
    }

    private static String machine(RunPlan.Item item) {
        return item.recorded().flatMap(CellRun::machine).orElse("");
    }
}
