package lectern.model;

import java.util.Locale;

/** How bad a finding is: errors refuse the build, warnings are printed. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word that compilers print. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
