package lectern.inpage.teavm;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.inpage.page.Maths;
import lectern.inpage.page.Page;
import lectern.inpage.page.Silence;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/** Calls {@link Page} where an example calls what no page has. */
final class StandIns implements ClassHolderTransformer {
    private static final Map<String, Class<?>> REPLACED =
            Map.of(
                    "java.lang.System", Page.class,
                    "java.lang.Thread", Page.class,
                    "java.nio.file.Files", Page.class,
                    "java.lang.String", Page.class,
                    "java.io.PrintStream", Page.class,
                    "java.lang.Math", Maths.class,
                    "java.lang.StrictMath", Maths.class,
                    "org.jetbrains.letsPlot.commons.logging.PortableLogging", Silence.class);

    private final Set<String> known =
            REPLACED.values().stream()
                    .distinct()
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(StandIns::reference)
                    .map(MethodReference::toString)
                    .collect(Collectors.toSet());

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        String name = type.getName();
        if (name.startsWith("java.") || name.startsWith("org.teavm.") || inPage(name)) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (method.getProgram() != null) {
                for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                    for (Instruction instruction : block) {
                        if (instruction instanceof InvokeInstruction call) {
                            replace(call);
                        }
                    }
                }
            }
        }
    }

    private static boolean inPage(String name) {
        return name.startsWith(Page.class.getPackageName());
    }

    private void replace(InvokeInstruction call) {
        MethodReference old = call.getMethod();
        Class<?> type = REPLACED.get(old.getClassName());
        if (type == null) {
            return;
        }
        boolean receiver = call.getInstance() != null;
        ValueType[] types = old.getDescriptor().getSignature();
        if (receiver) {
            ValueType[] all = new ValueType[types.length + 1];
            all[0] = ValueType.object(old.getClassName());
            System.arraycopy(types, 0, all, 1, types.length);
            types = all;
        }
        MethodReference stand = new MethodReference(type.getName(), old.getName(), types);
        if (!known.contains(stand.toString())) {
            return;
        }
        if (receiver) {
            Variable[] arguments = new Variable[call.getArguments().size() + 1];
            arguments[0] = call.getInstance();
            for (int i = 1; i < arguments.length; i++) {
                arguments[i] = call.getArguments().get(i - 1);
            }
            call.setInstance(null);
            call.setArguments(arguments);
        }
        call.setType(InvocationType.SPECIAL);
        call.setMethod(stand);
    }

    private static MethodReference reference(Method method) {
        Class<?>[] types =
                Arrays.copyOf(method.getParameterTypes(), method.getParameterCount() + 1);
        types[types.length - 1] = method.getReturnType();
        return new MethodReference(method.getDeclaringClass(), method.getName(), types);
    }
}
