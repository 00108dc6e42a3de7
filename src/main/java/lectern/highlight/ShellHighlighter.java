package lectern.highlight;

import java.util.Set;

/** Colours shell scripts, and console sessions: there only lines with a prompt are commands. */
public final class ShellHighlighter implements Highlighter {

    private static final Set<String> KEYWORDS =
            Set.of(
                    "if",
                    "then",
                    "else",
                    "elif",
                    "fi",
                    "for",
                    "in",
                    "while",
                    "until",
                    "do",
                    "done",
                    "case",
                    "esac",
                    "function",
                    "exit",
                    "return",
                    "export",
                    "set",
                    "local");

    private static final Set<String> BEFORE_COMMAND =
            Set.of("if", "then", "else", "elif", "while", "until", "do");

    private final boolean session;

    /**
     * Make one.
     *
     * @param session whether lines without a prompt are what a program printed
     */
    public ShellHighlighter(boolean session) {
        this.session = session;
    }

    @Override
    public String highlight(String code) {
        var html = new SpanWriter(code);
        boolean continued = false;
        while (html.position() < code.length()) {
            int start = html.position();
            int end = Scan.line(code, start);
            boolean prompt = session && isPrompt(code, start);
            if (prompt) {
                html.styled(start + 1, Style.PROMPT);
            }
            boolean command = !session || prompt || continued;
            if (command) {
                command(code, html, end, !continued);
            }
            continued = command && end > start && code.charAt(end - 1) == '\\';
            html.plain(Math.min(end + 1, code.length()));
        }
        return html.finish();
    }

    private static boolean isPrompt(String code, int at) {
        return "$%>".indexOf(code.charAt(at)) >= 0 && code.startsWith(" ", at + 1);
    }

    private static void command(String code, SpanWriter html, int end, boolean first) {
        boolean atCommand = first;
        while (html.position() < end) {
            html.plain(Math.min(end, Scan.indent(code, html.position())));
            int at = html.position();
            if (at == end) {
                return;
            }
            char c = code.charAt(at);
            boolean startsWord = at == 0 || Character.isWhitespace(code.charAt(at - 1));
            if (c == '#' && startsWord) {
                html.styled(end, Style.COMMENT);
            } else if (c == '"' || c == '\'') {
                html.styled(Scan.quoted(code, at), Style.STRING);
            } else if (c == '$') {
                html.styled(variable(code, at, end), Style.CONSTANT);
            } else if (c == '-' && startsWord) {
                html.styled(Scan.word(code, at + 1, "-"), Style.KEY);
            } else {
                atCommand = word(code, html, atCommand) || "|;&(".indexOf(c) >= 0;
                continue;
            }
            atCommand = false;
        }
    }

    /** Whether a command may follow. */
    private static boolean word(String code, SpanWriter html, boolean atCommand) {
        int at = html.position();
        int end = Scan.word(code, at, "-./+:@%,~");
        if (end == at) {
            html.plain(at + 1);
        } else if (atCommand && KEYWORDS.contains(code.substring(at, end))) {
            html.styled(end, Style.KEYWORD);
            return BEFORE_COMMAND.contains(code.substring(at, end));
        } else if (atCommand && !code.startsWith("=", end)) {
            html.styled(end, Style.FUNCTION);
        } else {
            html.plain(end);
        }
        return false;
    }

    private static int variable(String code, int at, int end) {
        if (code.startsWith("{", at + 1)) {
            int close = at + 2;
            while (close < end && code.charAt(close) != '}') {
                close++;
            }
            return Math.min(end, close + 1);
        }
        return Scan.word(code, at + 1, "");
    }
}
