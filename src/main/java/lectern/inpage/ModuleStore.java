package lectern.inpage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/** Keeps modules by the digest of what they are made of. */
final class ModuleStore {
    private static final String[] TOOLCHAIN = {
        "page/Exponentials.class",
        "page/Format.class",
        "page/Logarithms.class",
        "page/Maths.class",
        "page/Numerals.class",
        "page/Page.class",
        "page/Random.class",
        "page/Sines.class",
        "page/SplittableRandom.class",
        "teavm/KeptParentheses.class",
        "teavm/KeptParentheses$1.class",
        "teavm/ModuleCompiler.class",
        "teavm/StandIns.class",
        "teavm/SteadyOrder.class",
        "teavm/SteadyOrder$1.class",
        "teavm/Substitutes.class"
    };

    private final Path folder;
    private final String toolchain;

    /** Open the store in a folder, which may be deleted at any time. */
    ModuleStore(Path folder) {
        this.folder = folder;
        StringBuilder parts = new StringBuilder(PageTools.TEAVM);
        for (String part : TOOLCHAIN) {
            parts.append(' ').append(digest(part));
        }
        this.toolchain = parts.toString();
    }

    private static String digest(String resource) {
        try (InputStream bytes = ModuleStore.class.getResourceAsStream(resource)) {
            return Digests.of(bytes.readAllBytes()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }

    /** Where the module of a source is kept. */
    Path file(ModuleSource source) {
        String digest = Digests.of(source.key() + "\n" + toolchain).hex().substring(0, 16);
        return folder.resolve(source.alias() + "-" + digest + ".js");
    }

    /** Where the compiler writes its code, before it is a module. */
    Path raw(ModuleSource source) {
        return folder.resolve("raw").resolve(source.alias() + ".js");
    }

    /** Whether the module, or the knowledge that there can be none, is there. */
    boolean has(ModuleSource source) {
        return Files.isRegularFile(findings(source));
    }

    /** Take in what the compiler wrote. */
    void accept(ModuleSource source) {
        Path raw = raw(source);
        Path told = Path.of(raw + ".tsv");
        String findings = SourceFiles.read(told);
        long bytes = 0;
        if (gaps(findings).isEmpty()) {
            String code = wrapped(source.alias(), SourceFiles.read(raw));
            bytes = PageModule.compressed(code);
            SourceFiles.write(file(source), code);
        }
        SourceFiles.write(findings(source), "bytes\t" + bytes + "\n" + findings);
        try {
            Files.deleteIfExists(raw);
            Files.delete(told);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + raw, e);
        }
    }

    /** A classic script, since modules do not load from files: it registers a function. */
    private static String wrapped(String alias, String code) {
        return "lecternModule(\""
                + alias
                + "\",function(){var exports={};"
                + code.strip()
                + "\nreturn exports.main;});\n";
    }

    /** The module of a source that is there. */
    PageModule module(ModuleSource source, boolean made) {
        String findings = SourceFiles.read(findings(source));
        long cpu = made ? number(findings, "cpu") : 0;
        return new PageModule(
                source.alias(), file(source), gaps(findings), number(findings, "bytes"), cpu);
    }

    private static long number(String findings, String name) {
        return SourceFiles.lines(findings).stream()
                .filter(line -> line.startsWith(name + "\t"))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private Path findings(ModuleSource source) {
        return Path.of(file(source) + ".found.tsv");
    }

    private static List<Gap> gaps(String findings) {
        List<Gap> gaps = new ArrayList<>();
        for (String line : SourceFiles.lines(findings)) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 4) {
                gaps.add(new Gap(fields[0], Integer.parseInt(fields[1]), fields[2], fields[3]));
            }
        }
        return gaps;
    }
}
