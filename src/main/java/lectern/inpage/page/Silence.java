package lectern.inpage.page;

import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import org.jetbrains.letsPlot.commons.logging.Logger;
import org.jetbrains.letsPlot.commons.logging.PortableLogging;

/** Stands in the page for the logging of Lets-Plot, whose own needs queues and class loaders. */
public final class Silence {
    private Silence() {}

    /** Stands for {@link PortableLogging#logger(KClass)}. */
    public static Logger logger(PortableLogging logging, KClass<?> type) {
        return new Nothing();
    }

    /** Stands for {@link PortableLogging#logger(String)}. */
    public static Logger logger(PortableLogging logging, String name) {
        return new Nothing();
    }

    /** Says nothing. */
    private static final class Nothing implements Logger {
        @Override
        public void error(Throwable cause, Function0<String> message) {
            // a figure that cannot be drawn is told by its exception
        }

        @Override
        public void info(Function0<String> message) {
            // nobody reads it in a page
        }
    }
}
