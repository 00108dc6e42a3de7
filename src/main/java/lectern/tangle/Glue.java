package lectern.tangle;

import java.util.ArrayList;
import java.util.List;
import lectern.tangle.Chunk.Kind;

/** Puts the class and its main method around the lines of a snippet. */
final class Glue {
    private static final String MAIN = "public static void main(String[] args) throws Exception {";

    private final List<String> lines;
    private final List<Chunk> chunks;
    private final String open;

    Glue(String className, List<String> lines) {
        this.lines = lines;
        this.chunks = Chunks.of(lines);
        this.open = "class " + className + " {";
    }

    /**
     * The lines with what is around them put at the ends of other lines, where it moves nothing.
     *
     * @param above lines before the first, of which the last takes what does not fit elsewhere
     */
    List<String> inPlace(List<String> above) {
        List<String> placed = new ArrayList<>(lines);
        int body = bodyStart();
        for (int i = chunks.size() - 1; i >= 0; i--) {
            Chunk chunk = chunks.get(i);
            StringBuilder before = new StringBuilder();
            if (i == body) {
                before.append(open).append(' ');
            }
            if (i == firstStatement()) {
                before.append(MAIN).append(' ');
            }
            if (chunk.kind() == Kind.METHOD) {
                before.append("static ");
            }
            if (i == lastStatement() + 1) {
                before.insert(0, "} ");
            }
            if (before.length() > 0) {
                put(before.toString().strip(), chunk.first(), placed, above);
            }
        }
        placed.add(lastStatement() == chunks.size() - 1 ? "} }" : "}");
        return placed;
    }

    /** Write at the end of the line before, unless a comment there would swallow it. */
    private static void put(String text, int line, List<String> placed, List<String> above) {
        if (line == 0 && !above.isEmpty() && above.get(above.size() - 1).isEmpty()) {
            above.set(above.size() - 1, text);
        } else if (line > 0 && !placed.get(line - 1).matches(".*(//|/\\*|\\*).*")) {
            String old = placed.get(line - 1);
            placed.set(line - 1, old.isBlank() ? text : old + " " + text);
        } else {
            placed.set(line, text + " " + placed.get(line));
        }
    }

    /** The lines with what is around them on lines of its own. */
    List<String> apart() {
        List<String> apart = new ArrayList<>();
        int body = bodyStart();
        int next = 0;
        for (int i = 0; i <= chunks.size(); i++) {
            int start = i < chunks.size() ? chunks.get(i).first() : lines.size();
            boolean statement = i > firstStatement() && i <= lastStatement() + 1;
            String indent = i <= body ? "" : statement ? "        " : "    ";
            for (; next < start; next++) {
                add(apart, indent, lines.get(next));
            }
            if (i == lastStatement() + 1) {
                apart.add("    }");
            }
            if (i == body) {
                apart.add(open);
            }
            if (i == firstStatement()) {
                apart.add("    " + MAIN);
            }
            if (i < chunks.size() && chunks.get(i).kind() == Kind.METHOD) {
                add(apart, "    ", "static " + lines.get(next++));
            }
        }
        apart.add("}");
        return apart;
    }

    private static void add(List<String> apart, String indent, String line) {
        apart.add(line.isBlank() ? "" : indent + line);
    }

    private int bodyStart() {
        int start = 0;
        while (start < chunks.size() && chunks.get(start).kind() == Kind.IMPORT) {
            start++;
        }
        return start;
    }

    private int firstStatement() {
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).kind() == Kind.STATEMENT) {
                return i;
            }
        }
        return -1;
    }

    private int lastStatement() {
        for (int i = chunks.size() - 1; i >= 0; i--) {
            if (chunks.get(i).kind() == Kind.STATEMENT) {
                return i;
            }
        }
        return -1;
    }
}
