package lectern.markdown;

/**
 * Keeps AsciiDoc from reading passthroughs into formulas: it looks for these first. A backslash
 * keeps a pair of plus signs in formulas apart; a sign that could pair with one in code gets a
 * blank, which TeX ignores.
 */
final class Formulas {
    private final Ink ink;
    private final String[] escapes;

    Formulas(Ink ink, String[] escapes) {
        this.ink = ink;
        this.escapes = escapes;
    }

    void escape() {
        int lastClose = -1;
        boolean any = false;
        for (int i = 0; i < ink.length(); i++) {
            if (ink.at(i) == '+' && !ink.literal(i)) {
                any |= ink.kind(i) == Ink.FORMULA;
                lastClose = closes(i) ? i : lastClose;
            }
        }
        for (int i = 0; any && i < ink.length(); i++) {
            if (ink.at(i) != '+' || ink.kind(i) != Ink.FORMULA) {
                continue;
            }
            if (ink.at(i + 1) == '+' && ink.kind(i + 1) == Ink.FORMULA) {
                escapes[i] = "+ ";
            } else if (opens(i) && lastClose > i + 1) {
                int close = closer(i);
                boolean formula = ink.kind(close) == Ink.FORMULA;
                escapes[i] = formula ? "\\+" : "+ ";
                i = formula ? close : i;
            }
        }
    }

    private boolean opens(int i) {
        char before = ink.at(i - 1);
        boolean kept = Chars.surelyWord(before) || ";:\\".indexOf(before) >= 0;
        return !kept && !Chars.space(ink.at(i + 1));
    }

    private boolean closes(int i) {
        return !Chars.space(ink.at(i - 1)) && !Chars.surelyWord(ink.at(i + 1));
    }

    /** The sign that pairs with one; there is one. */
    private int closer(int opener) {
        int i = opener + 2;
        while (ink.at(i) != '+' || ink.literal(i) || !closes(i)) {
            i++;
        }
        return i;
    }
}
