package lectern.render;

/**
 * What a site weighs, in bytes after compression.
 *
 * @param heaviest file of the heaviest chapter; empty when there is none
 * @param chapter that chapter with the style sheets and scripts that it loads, without figures and
 *     fonts
 * @param scripts all scripts, with those that are loaded on first use, without the search's
 *     documents
 * @param blocking those that hold up the first paint
 * @param search the documents that the search loads on first use
 */
public record SiteSizes(String heaviest, int chapter, int scripts, int blocking, int search) {}
