/** The compiler of modules, run in a process of its own. May import inpage.page. */
package lectern.inpage.teavm;
