/**
 * Shows a book in the browser while it is written: a server for the pages, a watch over the files
 * and a worker that brings the pages up to date. Of third parties it uses Undertow and
 * directory-watcher.
 */
package lectern.serve;
