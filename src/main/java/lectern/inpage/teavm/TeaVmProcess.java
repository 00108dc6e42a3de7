package lectern.inpage.teavm;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A process that compiles modules: the compiler is heavy, and most builds need none of it. */
public final class TeaVmProcess {
    private TeaVmProcess() {}

    /**
     * Compile all modules of a request.
     *
     * @param args the file with the request, the number of threads, the class path of the compiler
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> tasks = Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8);
        List<File> libraries =
                Arrays.stream(args[2].split(File.pathSeparator)).map(File::new).toList();
        Queue<String> queue = new ConcurrentLinkedQueue<>(tasks);
        int count = Math.min(Integer.parseInt(args[1]), tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> ends =
                    IntStream.range(0, count)
                            .<Future<?>>mapToObj(i -> threads.submit(() -> work(queue, libraries)))
                            .toList();
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("compiling modules", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Compile what is due, with a compiler that no other thread uses. */
    private static Void work(Queue<String> queue, List<File> libraries)
            throws ReflectiveOperationException {
        // stays open as long as the process: closed, it would close jars that other threads read
        Consumer<String> compiler = compiler(new CompilerLoader(libraries), libraries);
        for (String task = queue.poll(); task != null; task = queue.poll()) {
            compiler.accept(task);
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Consumer<String> compiler(CompilerLoader loader, List<File> libraries)
            throws ReflectiveOperationException {
        return (Consumer<String>)
                loader.loadClass(ModuleCompiler.class.getName())
                        .getConstructor(List.class)
                        .newInstance(libraries);
    }
}
