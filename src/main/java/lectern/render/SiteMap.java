package lectern.render;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Escapes;

/** Tells others which pages there are and how they look, for a site whose address is known. */
final class SiteMap {
    private SiteMap() {}

    static void write(BookTree tree, SitePlan plan, Theme theme, SiteFiles files) {
        if (tree.site().url().isEmpty()) {
            return;
        }
        List<Page> pages = new ArrayList<>(plan.outline().pages());
        plan.lists().ifPresent(pages::add);
        pages.addAll(plan.sources().values());
        StringBuilder map = new StringBuilder();
        map.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        map.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (Page page : pages) {
            String address = Escapes.html(tree.site().address(page.file()));
            String note = tree.book().sources().notes().getOrDefault(page.id(), "");
            String changed = tree.book().sources().changed().getOrDefault(note, "");
            String date = changed.isEmpty() ? "" : "<lastmod>" + changed + "</lastmod>";
            map.append("<url><loc>").append(address).append("</loc>").append(date);
            map.append("</url>\n");
        }
        files.write("sitemap.xml", map.append("</urlset>\n").toString());
        files.write(SiteHead.PICTURE, TitlePicture.shared(tree.meta(), theme));
        files.write(
                "robots.txt",
                "User-agent: *\nAllow: /\nSitemap: " + tree.site().url() + "sitemap.xml\n");
    }
}
