package lectern.model;

/**
 * A block macro that says where something woven goes: {@code output::cell[]}.
 *
 * @param kind what is placed
 * @param cell id of the cell; empty for the ledger
 * @param name which table; empty for the other kinds
 * @param location of the macro
 */
public record Placement(Kind kind, String cell, String name, Location location) {

    /** What can be placed by hand. */
    public enum Kind {
        OUTPUT,
        TABLE,
        EXPECTATIONS,
        LEDGER
    }
}
