package lectern.cli;

import java.nio.file.Path;

/** Takes out of what was printed all that differs from run to run and machine to machine. */
record Normaliser(Path root) {
    String apply(String printed) {
        return printed.replace(root.toString(), "[ROOT]")
                .replaceAll("[0-9a-f]{64}", "[DIGEST]")
                .replaceAll("\\b\\d{10,}\\b", "[NANOS]")
                .replaceAll("(\"\\w+Bytes\": )\\d+", "$1[BYTES]")
                .replaceAll("(\"(pdfPages|siteLinks)\": )\\d+", "$1[COUNT]")
                .replaceAll("\\d+ (PDF pages|site links)", "[COUNT] $1")
                .replaceAll("weighs [\\d.]+ KB", "weighs [COUNT] KB")
                .replace("\r\n", "\n")
                .replaceAll("[ \t]+(?=\n)", "");
    }
}
