package lectern.note;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.text.SourceFiles;

/**
 * A file of prose and examples. An example is a line {@code %%% name}, a note, a line {@code .} and
 * what the scan of the note finds, up to an empty line; anything else is prose.
 *
 * @param file that was read
 * @param prose what stands before each example, and after the last one
 * @param examples in order
 */
record NoteExamples(Path file, List<String> prose, List<Example> examples) {
    private static final String MARK = "%%% ";

    /** A note and what is found in it; {@code toString} names the test. */
    record Example(String name, String source, String dump) {
        @Override
        public String toString() {
            return name;
        }
    }

    static NoteExamples read(Path file) {
        List<String> prose = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        List<String> lines = SourceFiles.lines(file);
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < lines.size()) {
            if (!lines.get(i).startsWith(MARK)) {
                text.append(lines.get(i++)).append('\n');
                continue;
            }
            prose.add(text.toString());
            text.setLength(0);
            String name = lines.get(i++).substring(MARK.length());
            StringBuilder source = new StringBuilder();
            while (!lines.get(i).equals(".")) {
                source.append(lines.get(i++)).append('\n');
            }
            i++;
            StringBuilder dump = new StringBuilder();
            while (i < lines.size() && !lines.get(i).isEmpty()) {
                dump.append(lines.get(i++)).append('\n');
            }
            examples.add(new Example(name, source.toString(), dump.toString()));
        }
        prose.add(text.toString());
        return new NoteExamples(file, prose, examples);
    }

    /** Write the file again with other dumps. */
    void overwrite(List<String> dumps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < examples.size(); i++) {
            text.append(prose.get(i)).append(MARK).append(examples.get(i).name()).append('\n');
            text.append(examples.get(i).source()).append(".\n").append(dumps.get(i));
        }
        SourceFiles.write(file, text + prose.get(examples.size()));
    }
}
