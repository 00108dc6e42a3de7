package lectern.diagram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a long log message what is wrong with a diagram, and in which of its lines. */
final class Complaint {

    private static final Pattern LINE = Pattern.compile("\\(line (\\d+)\\)");

    private Complaint() {}

    static DiagramResult.Broken of(DiagramSource source, String log) {
        String[] lines = log.strip().split("\\s*\\n\\s*");
        String last = lines[lines.length - 1].strip();
        Matcher line = LINE.matcher(log);
        if (!line.find()) {
            return new DiagramResult.Broken(log.isBlank() ? "no picture was made" : last, 0);
        }
        boolean startsItself = source.text().stripLeading().startsWith("@start");
        int counted = Integer.parseInt(line.group(1)) - (startsItself ? 0 : 1);
        return new DiagramResult.Broken(last, Math.max(0, counted));
    }
}
