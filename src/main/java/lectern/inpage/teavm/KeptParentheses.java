package lectern.inpage.teavm;

import org.teavm.asm.ClassReader;
import org.teavm.asm.ClassVisitor;
import org.teavm.asm.ClassWriter;
import org.teavm.asm.Label;
import org.teavm.asm.MethodVisitor;
import org.teavm.asm.Opcodes;

/**
 * Makes the compiler write the parentheses of {@code a * (b / c)} and {@code a + (b - c)}. It takes
 * multiplication and addition for associative and leaves them out, which is right for whole numbers
 * and changes last bits of all others. Here the operand on the right always keeps them, as that of
 * a division does anyway.
 */
final class KeptParentheses extends ClassVisitor {
    /** The class of the compiler that is mended. */
    static final String MENDED = "org.teavm.backend.javascript.rendering.StatementRenderer";

    private static final String METHOD = "visitBinary";
    private static final String OPERANDS = "Ljava/lang/Runnable;Ljava/lang/Runnable;)V";

    /** The first switch of the method looks at the operand on the left. */
    private static final int RIGHT = 2;

    private int switches;

    private KeptParentheses(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /**
     * Mend the class.
     *
     * @throws IllegalStateException when there is nothing to mend: it is not the class we know
     */
    static byte[] of(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        KeptParentheses kept = new KeptParentheses(writer);
        new ClassReader(bytes).accept(kept, 0);
        if (kept.switches != RIGHT) {
            throw new IllegalStateException(
                    MENDED + " is not what it was; look again at how it writes parentheses");
        }
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (!name.equals(METHOD) || !descriptor.endsWith(OPERANDS)) {
            return next;
        }
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
                switches++;
                if (switches == RIGHT) {
                    super.visitInsn(Opcodes.POP);
                    super.visitJumpInsn(Opcodes.GOTO, otherwise);
                } else {
                    super.visitTableSwitchInsn(min, max, otherwise, labels);
                }
            }
        };
    }
}
