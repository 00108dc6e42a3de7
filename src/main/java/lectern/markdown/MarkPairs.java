package lectern.markdown;

/** Finds the author's characters that would pair up as AsciiDoc's marks, and escapes them. */
final class MarkPairs {
    private final Ink ink;
    private final String[] escapes;

    MarkPairs(Ink ink, String[] escapes) {
        this.ink = ink;
        this.escapes = escapes;
    }

    void escape() {
        pairs('*', "{asterisk}");
        pairs('_', "&#95;");
        pairs('#', "&#35;");
        pairs('+', "{plus}");
        scripts('^', "{caret}");
        scripts('~', "{tilde}");
    }

    private void pairs(char mark, String reference) {
        int seen = 0;
        int lastClose = -1;
        int doubled = 0;
        boolean ours = false;
        for (int i = 0; i < ink.length(); i++) {
            if (ink.at(i) == mark && (visible(i) || mark == '+' && ink.kind(i) == Ink.FORMULA)) {
                seen++;
                ours |= !ink.literal(i);
                doubled += twin(i, mark) ? 1 : 0;
                lastClose = closes(i) ? i : lastClose;
            }
        }
        if (mark == '+') {
            breaks(reference);
        }
        if (seen < 2) {
            return;
        }
        for (int i = 0; i < ink.length(); i++) {
            if (ink.at(i) != mark || !ink.literal(i) || escapes[i] != null) {
                continue;
            }
            if (twin(i, mark)) {
                if (seen > 2 || ours) {
                    escapes[i] = reference;
                }
            } else if (opens(i, mark) && lastClose > i + 1) {
                boolean light = !ours && doubled == 0 && ink.kind(i) == Ink.LITERAL && mark != '+';
                escapes[i] = light ? "\\" + mark : reference;
                i = light ? closer(i, mark) : i;
            } else if (ours && closes(i)) {
                escapes[i] = reference;
            }
        }
    }

    private int closer(int opener, char mark) {
        for (int i = opener + 2; i < ink.length(); i++) {
            if (ink.at(i) == mark && visible(i) && closes(i)) {
                return i;
            }
        }
        return opener;
    }

    private boolean twin(int i, char mark) {
        return ink.at(i - 1) == mark && visible(i - 1) || ink.at(i + 1) == mark && visible(i + 1);
    }

    /** Whether AsciiDoc looks at a character. */
    private boolean visible(int i) {
        return ink.kind(i) < Ink.HIDDEN;
    }

    private boolean opens(int i, char mark) {
        char before = !visible(i - 1) ? '.' : ink.at(i - 1);
        boolean closed = Chars.surelyWord(before) || before == ';' || before == ':';
        return !(closed || before == '}' && mark != '+') && !Chars.space(ink.at(i + 1));
    }

    private boolean closes(int i) {
        return !Chars.space(ink.at(i - 1)) && (!visible(i + 1) || !Chars.surelyWord(ink.at(i + 1)));
    }

    /** A plus sign alone at the end of a line would break the line. */
    private void breaks(String reference) {
        for (int i = 0; i < ink.length(); i++) {
            boolean first = ink.at(i - 1) == '\n';
            if (ink.at(i) == '+'
                    && ink.literal(i)
                    && (first || ink.at(i - 1) == ' ')
                    && endsLine(i + 1)) {
                escapes[i] = reference;
            }
        }
    }

    private boolean endsLine(int index) {
        int i = index;
        while (ink.at(i) == ' ' || ink.at(i) == '\t' || ink.startsWith("+\n", i)) {
            i++;
        }
        return ink.at(i) == '\n';
    }

    private void scripts(char mark, String reference) {
        int next = -1;
        for (int i = ink.length() - 1; i >= 0; i--) {
            char c = ink.at(i);
            if (!visible(i)) {
                continue;
            }
            if (c == mark) {
                if (ink.literal(i) && (next >= 0 || before(i, mark))) {
                    escapes[i] = reference;
                } else {
                    next = i;
                }
            } else if (Chars.space(c)) {
                next = -1;
            }
        }
    }

    private boolean before(int index, char mark) {
        for (int i = index - 1; i >= 0 && !Chars.space(ink.at(i)); i--) {
            if (ink.at(i) == mark && !ink.literal(i)) {
                return true;
            }
        }
        return false;
    }
}
