package lectern.render;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What EPUBCheck, the reference validator, has to say about a file. */
public final class EpubComplaints extends MasterReport {
    private final List<String> complaints = new ArrayList<>();
    private int items;

    private EpubComplaints() {
        super(true);
    }

    /** Fatal errors, errors and warnings; a file that EPUBCheck did not look into is one too. */
    public static List<String> of(Path epub) {
        EpubComplaints report = new EpubComplaints();
        report.setLocale(Locale.ENGLISH);
        report.setEpubFileName(epub.toString());
        new EpubCheck(epub.toFile(), report).doValidate();
        if (report.items == 0) {
            report.complaints.add("EPUBCheck saw no item in " + epub);
        }
        return report.complaints;
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
        if (message.getSeverity().compareTo(Severity.WARNING) >= 0
                && message.getSeverity() != Severity.SUPPRESSED) {
            complaints.add(
                    location + ": " + message.getID() + ": " + message.getMessage(arguments));
        }
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {
        if (feature == FeatureEnum.DECLARED_MIMETYPE) {
            items++;
        }
    }

    @Override
    public int generate() {
        return 0;
    }

    @Override
    public void initialize() {
        complaints.clear();
    }
}
