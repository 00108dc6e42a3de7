package lectern.tangle;

import java.util.regex.Pattern;

/**
 * One import, declaration or run of statements of a snippet.
 *
 * @param kind what it is
 * @param first line, counting from 0
 * @param last line, counting from 0
 * @param text without what stands around it
 */
record Chunk(Kind kind, int first, int last, String text) {
    private static final Pattern TYPE =
            Pattern.compile(
                    "(?s)(?:(?:public|private|protected|static|final|abstract|sealed|non-sealed"
                            + "|strictfp|@[\\w.]+(?:\\([^()]*\\))?)\\s+)*"
                            + "(?:class|record|enum|interface|@interface)\\s+\\w.*");
    private static final Pattern MODIFIED =
            Pattern.compile("(?s)(?:(?:public|private|protected|final)\\s+)*static\\s+.*");
    // two names before the bracket make a method; one is a call, and some words are no types
    private static final Pattern METHOD =
            Pattern.compile(
                    "(?s)(?!(?:return|throw|new|else|assert|yield|do|case)\\b)(?:<[^()]+>\\s+)?"
                            + "[\\w.]+(?:<[^()=]*>)?(?:\\[\\])*\\s+\\w+\\s*\\([^()]*\\)\\s*"
                            + "(?:throws\\s+[\\w., ]+)?\\{.*");

    /** What can stand in a snippet. */
    enum Kind {
        IMPORT,
        TYPE,
        STATIC,
        METHOD,
        STATEMENT
    }

    static Chunk of(String text, int first, int last) {
        return new Chunk(kind(text), first, last, text);
    }

    private static Kind kind(String text) {
        if (text.startsWith("import ")) {
            return Kind.IMPORT;
        }
        if (TYPE.matcher(text).matches()) {
            return Kind.TYPE;
        }
        if (MODIFIED.matcher(text).matches()) {
            return Kind.STATIC;
        }
        return METHOD.matcher(text).matches() ? Kind.METHOD : Kind.STATEMENT;
    }

    /** Whether it must stand beside the method of the statements, not in it. */
    boolean member() {
        return kind == Kind.TYPE || kind == Kind.STATIC || kind == Kind.METHOD;
    }
}
