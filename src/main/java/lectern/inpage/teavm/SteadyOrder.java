package lectern.inpage.teavm;

import java.util.Set;
import org.teavm.asm.ClassReader;
import org.teavm.asm.ClassVisitor;
import org.teavm.asm.ClassWriter;
import org.teavm.asm.MethodVisitor;
import org.teavm.asm.Opcodes;

/**
 * Makes the compiler write the same module every time. Left to itself it walks through a set of
 * nodes in the order of their identity hashes, which differ from process to process, and through
 * other sets from a starting point that a counter of the whole process gives, which depends on what
 * was compiled before. Here the former keeps the order of insertion and the latter begins at the
 * same point each time.
 */
final class SteadyOrder extends ClassVisitor {
    private static final String HASHED = "java/util/HashSet";
    private static final String LINKED = "java/util/LinkedHashSet";
    private static final String COUNTER = "java/util/concurrent/atomic/AtomicInteger";

    /** Classes of the compiler that are mended. */
    static final Set<String> MENDED =
            Set.of("org.teavm.dependency.TypeSet", "org.teavm.hppc.HashContainers");

    private int changes;

    private SteadyOrder(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /**
     * Mend a class.
     *
     * @throws IllegalStateException when there is nothing to mend: it is not the class we know
     */
    static byte[] of(String name, byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        SteadyOrder order = new SteadyOrder(writer);
        new ClassReader(bytes).accept(order, 0);
        if (order.changes == 0) {
            throw new IllegalStateException(
                    name + " is not what it was; look again at what orders the compiler's output");
        }
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(
                Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
            @Override
            public void visitTypeInsn(int opcode, String type) {
                boolean made = opcode == Opcodes.NEW && type.equals(HASHED);
                super.visitTypeInsn(opcode, made ? changed(LINKED) : type);
            }

            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String name, String descriptor, boolean face) {
                boolean made = name.equals("<init>") && owner.equals(HASHED);
                boolean counted = name.equals("incrementAndGet") && owner.equals(COUNTER);
                super.visitMethodInsn(
                        opcode,
                        made ? LINKED : owner,
                        counted ? changed("get") : name,
                        descriptor,
                        face);
            }
        };
    }

    private String changed(String now) {
        changes++;
        return now;
    }
}
