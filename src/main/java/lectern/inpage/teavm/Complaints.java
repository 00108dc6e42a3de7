package lectern.inpage.teavm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.teavm.callgraph.CallGraph;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;
import org.teavm.model.TextLocation;
import org.teavm.vm.TeaVM;

/** What the compiler finds missing, told where an example asks for it. */
final class Complaints {
    private final TeaVM compiler;
    private final Set<String> own;

    /**
     * Read the problems of a compilation.
     *
     * @param own names of the classes of the example
     */
    Complaints(TeaVM compiler, Set<String> own) {
        this.compiler = compiler;
        this.own = own;
    }

    /** A line each: file, line and method of the example that leads there, and what is wrong. */
    String lines() {
        Set<String> lines = new TreeSet<>();
        for (Problem problem : compiler.getProblemProvider().getSevereProblems()) {
            DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
            problem.render(text);
            CallLocation at = problem.getLocation();
            String said = text.getText().replaceAll("\\s+", " ");
            lines.add(at == null ? "\t0\t\t" + said : place(at) + "\t" + said);
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** The example's own call that leads to a problem; of several the first found. */
    private String place(CallLocation at) {
        TextLocation source = at.getSourceLocation();
        if (!own(at.getMethod())) {
            return caller(at.getMethod());
        }
        return place(source, at.getMethod());
    }

    private boolean own(MethodReference method) {
        return method != null && own.contains(method.getClassName());
    }

    private static String place(TextLocation source, MethodReference method) {
        boolean known = source != null && !source.isEmpty();
        return (known ? source.getFileName() : "")
                + "\t"
                + (known ? source.getLine() : 0)
                + "\t"
                + (method == null ? "" : method.getClassName() + "." + method.getName());
    }

    /** The nearest call in the example's own code from which a method is reached. */
    private String caller(MethodReference method) {
        CallGraph graph = compiler.getDependencyInfo().getCallGraph();
        Set<MethodReference> seen = new HashSet<>();
        Deque<MethodReference> queue = new ArrayDeque<>();
        queue.add(method);
        while (!queue.isEmpty()) {
            CallGraphNode node = graph.getNode(queue.remove());
            if (node == null) {
                continue;
            }
            for (CallSite site : node.getCallerCallSites()) {
                for (CallGraphNode caller : site.getCallers()) {
                    if (own(caller.getMethod())) {
                        return place(
                                site.getLocations(caller).stream().findFirst().orElse(null),
                                caller.getMethod());
                    }
                    if (seen.add(caller.getMethod())) {
                        queue.add(caller.getMethod());
                    }
                }
            }
        }
        return place(null, method);
    }
}
