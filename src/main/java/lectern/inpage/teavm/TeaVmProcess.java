package lectern.inpage.teavm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.teavm.parsing.resource.ResourceProvider;

/** A process that compiles modules: the compiler is heavy, and most builds need none of it. */
public final class TeaVmProcess {
    private TeaVmProcess() {}

    /**
     * Compile all modules of a request.
     *
     * @param args the file with the request, the number of threads, the class path of the compiler
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<ModuleTask> tasks = ModuleTask.read(Path.of(args[0]));
        List<File> libraries =
                Arrays.stream(args[2].split(File.pathSeparator)).map(File::new).toList();
        Queue<ModuleTask> queue = new ConcurrentLinkedQueue<>(tasks);
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

    private static Void work(Queue<ModuleTask> queue, List<File> libraries) throws IOException {
        ModuleCompiler compiler = new ModuleCompiler(ResourceProvider.ofClassPath(libraries));
        for (ModuleTask task = queue.poll(); task != null; task = queue.poll()) {
            compiler.compile(task);
        }
        return null;
    }
}
