package lectern.inpage.teavm;

import java.util.Set;
import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Names the classes of ours that stand in for whole classes of the Java library. */
public final class Substitutes implements SubstitutionPolicy {
    private static final Set<String> REPLACED =
            Set.of("java.util.Random", "java.util.SplittableRandom");

    /** Called by the compiler's service loader. */
    public Substitutes() {}

    @Override
    public void contribute(SubstitutionSink sink) {
        sink.selectClasses(REPLACED::contains).replacePackage("java.util", "lectern.inpage.page");
    }
}
