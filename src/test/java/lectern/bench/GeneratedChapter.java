package lectern.bench;

import java.util.Locale;

/** Writes one chapter with everything that a technical book uses, {@value #SECTIONS} times over. */
final class GeneratedChapter {
    static final int SECTIONS = 6;
    private static final int DIAGRAMS = 3;
    private static final int PARAGRAPHS = 1;

    private final int number;
    private final int chapters;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private GeneratedChapter(int number, int chapters, Words words) {
        this.number = number;
        this.chapters = chapters;
        this.words = words;
    }

    /** The source of a chapter, counting from 1; its references reach into all the others. */
    static String text(int number, int chapters) {
        GeneratedChapter chapter =
                new GeneratedChapter(number, chapters, new Words(4711L * number));
        chapter.write();
        return chapter.text.toString();
    }

    private static String id(int chapter, int section) {
        return String.format(Locale.ROOT, "c%02d-s%d", chapter, section);
    }

    private void write() {
        add("[#%s]", id(number, 0));
        add("== Chapter %d: %s", number, words.title());
        add("");
        paragraph(5);
        for (int section = 1; section <= SECTIONS; section++) {
            section(section);
        }
    }

    private void section(int section) {
        add("[#%s]", id(number, section));
        add("=== %s", words.title());
        add("");
        paragraph(4);
        annotation();
        listing(section);
        output(section);
        for (int i = 0; i < PARAGRAPHS; i++) {
            paragraph(4 + words.number(3));
        }
        formula(section);
        table(section);
        list();
        if (section <= DIAGRAMS) {
            diagram(section);
        }
        admonition(section);
        references(section);
    }

    private void paragraph(int sentences) {
        add("%s\n", words.paragraph(sentences));
    }

    private void annotation() {
        add("[.annotation.zh]\n--\n%s\n\n%s\n--\n", words.chinese(), words.chinese());
    }

    private void listing(int section) {
        String name = words.name();
        add(".%s number %d", name, section);
        add("[source#%s-code,java]\n----", id(number, section));
        add("/** %s */", words.sentence());
        add("record %s(String name, int size, long[] cells) { // <1>", name);
        add("    private static final int LIMIT = %d;\n", 1 + words.number(4096));
        add("    %s {", name);
        add("        if (size < 0 || size > LIMIT) {");
        add("            throw new IllegalArgumentException(\"size \" + size);");
        add("        }");
        add("    }\n");
        add("    // %s", words.sentence());
        add("    long sum() {");
        add("        long total = 0;");
        add("        for (long cell : cells) { // <2>");
        add("            total += cell * %dL;", 1 + words.number(99));
        add("        }");
        add("        return total;");
        add("    }\n}\n----");
        add("<1> %s", words.sentence());
        add("<2> %s\n", words.sentence());
    }

    private void output(int section) {
        add(".What it prints, section %d\n....", section);
        for (int row = 0; row < 8; row++) {
            add(
                    String.format(
                            Locale.ROOT,
                            "%6d  %12.4f  %10d  ok",
                            row,
                            value(),
                            words.number(1 << 20)));
        }
        add("....\n");
    }

    private double value() {
        return words.number(1_000_000) / 7.0;
    }

    private void formula(int section) {
        int n = 2 + words.number(30);
        add("With stem:[t_{%d} = \\frac{n}{%d} + \\alpha] the sum takes this long:\n", section, n);
        add("[stem#%s-math]\n++++", id(number, section));
        add("T_{%d} = \\sum_{i=1}^{%d} \\frac{2 (p_i - 1)}{p_i}", number, n);
        add("\\cdot \\frac{m_i}{\\beta_{%d}} + \\sqrt{\\gamma^{%d}}\n++++\n", section, n);
    }

    private void table(int section) {
        add(".Rates of section %d", section);
        add("[#%s-table,cols=\"2,1,1,3\",options=header]\n|===", id(number, section));
        add("|What |Bytes |Seconds |Remark\n");
        for (int row = 0; row < 5; row++) {
            add(
                    "|%s %d |%d |%.3f |%s",
                    words.name(), row, 1L << row, value() / 1000, words.sentence());
        }
        add("|===\n");
    }

    private void list() {
        for (int item = 0; item < 4; item++) {
            add("* %s", words.sentence());
        }
        add("");
        add(". %s\n. %s\n", words.sentence(), words.sentence());
    }

    private void diagram(int section) {
        String name = id(number, section) + "-figure";
        add("[plantuml#%s,%s,svg,alt=\"%s\"]", name, name, words.sentence());
        add(".The parts of section %d in chapter %d\n....\n@startuml", section, number);
        add("!pragma layout smetana");
        for (int box = 1; box <= 5; box++) {
            add("rectangle \"%s %d.%d.%d\" as b%d", words.name(), number, section, box, box);
        }
        add("b1 --> b2 : %d MB", 1 + words.number(512));
        add("b2 --> b3\nb3 --> b4 : %d us\nb2 --> b5\nb5 --> b4", 1 + words.number(90));
        add("@enduml\n....\n");
    }

    private void admonition(int section) {
        add("%s: %s\n", section % 2 == 0 ? "NOTE" : "WARNING", words.sentence());
    }

    private void references(int section) {
        int other = 1 + words.number(chapters);
        add("%s", words.sentence());
        add("See <<%s>> of this chapter,", id(number, 1 + words.number(SECTIONS)));
        add(
                "<<%s-table>>, and <<%s>>.",
                id(number, section), id(other, 1 + words.number(SECTIONS)));
        add("%sfootnote:[%s] 词汇：%s\n", words.sentence(), words.sentence(), words.chinese());
    }

    private void add(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
        text.append('\n');
    }
}
