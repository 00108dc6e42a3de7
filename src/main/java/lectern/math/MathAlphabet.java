package lectern.math;

import java.util.Map;

/** Letters with a style of their own: the Mathematical Alphanumeric Symbols of Unicode. */
final class MathAlphabet {

    /** First capital, small letter and digit of a style; 0 where it has none. */
    private record Block(int capital, int small, int digit) {}

    private static final Map<String, Block> BLOCKS =
            Map.of(
                    "bold", new Block(0x1D400, 0x1D41A, 0x1D7CE),
                    "script", new Block(0x1D49C, 0x1D4B6, 0),
                    "fraktur", new Block(0x1D504, 0x1D51E, 0),
                    "double-struck", new Block(0x1D538, 0x1D552, 0x1D7D8),
                    "sans-serif", new Block(0x1D5A0, 0x1D5BA, 0x1D7E2),
                    "monospace", new Block(0x1D670, 0x1D68A, 0x1D7F6));

    /** Letters that had a place in Unicode before their block came. */
    private static final Map<Integer, Integer> ELSEWHERE =
            Map.ofEntries(
                    Map.entry(0x1D49D, 0x212C),
                    Map.entry(0x1D4A0, 0x2130),
                    Map.entry(0x1D4A1, 0x2131),
                    Map.entry(0x1D4A3, 0x210B),
                    Map.entry(0x1D4A4, 0x2110),
                    Map.entry(0x1D4A7, 0x2112),
                    Map.entry(0x1D4A8, 0x2133),
                    Map.entry(0x1D4AD, 0x211B),
                    Map.entry(0x1D4BA, 0x212F),
                    Map.entry(0x1D4BC, 0x210A),
                    Map.entry(0x1D4C4, 0x2134),
                    Map.entry(0x1D506, 0x212D),
                    Map.entry(0x1D50B, 0x210C),
                    Map.entry(0x1D50C, 0x2111),
                    Map.entry(0x1D515, 0x211C),
                    Map.entry(0x1D51D, 0x2128),
                    Map.entry(0x1D53A, 0x2102),
                    Map.entry(0x1D53F, 0x210D),
                    Map.entry(0x1D545, 0x2115),
                    Map.entry(0x1D547, 0x2119),
                    Map.entry(0x1D548, 0x211A),
                    Map.entry(0x1D549, 0x211D),
                    Map.entry(0x1D551, 0x2124));

    private static final Map<String, String> SIGNS =
            Map.of(
                    "-", "\u2212",
                    "\u0302", "^",
                    "\u0303", "~",
                    "\u0304", "\u00af",
                    "\u0307", "\u02d9",
                    "\u0308", "\u00a8",
                    "\u20d7", "\u2192",
                    "\ufe37", "\u23de",
                    "\ufe38", "\u23df");

    private MathAlphabet() {}

    /** Text in a style of MathML 3, such as {@code double-struck}; as it is in any other. */
    static String styled(String text, String style) {
        Block block = BLOCKS.get(style);
        if (block == null) {
            return text;
        }
        StringBuilder styled = new StringBuilder();
        text.codePoints().map(c -> styled(c, block)).forEach(styled::appendCodePoint);
        return styled.toString();
    }

    private static int styled(int c, Block block) {
        int found = c;
        if (c >= 'A' && c <= 'Z') {
            found = block.capital() + c - 'A';
        } else if (c >= 'a' && c <= 'z') {
            found = block.small() + c - 'a';
        } else if (c >= '0' && c <= '9' && block.digit() > 0) {
            found = block.digit() + c - '0';
        }
        return ELSEWHERE.getOrDefault(found, found);
    }

    /** The sign for what SnuggleTeX writes: a minus, accents that stand alone, lying braces. */
    static String sign(String operator) {
        return SIGNS.getOrDefault(operator, operator);
    }
}
