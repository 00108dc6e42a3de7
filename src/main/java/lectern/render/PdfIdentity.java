package lectern.render;

import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Takes out of a PDF what would differ from run to run: dates and the random id. */
final class PdfIdentity {
    private PdfIdentity() {}

    static void fix(PDDocument document, BookMeta meta) {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(0);
        day.set(2026, Calendar.JANUARY, 1, 0, 0, 0);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(meta.title());
        information.setAuthor(String.join(", ", meta.authors()));
        information.setSubject(meta.description());
        information.setCreationDate(day);
        information.setModificationDate(day);
        document.setDocumentId(1L);
    }
}
