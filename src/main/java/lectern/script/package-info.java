/** Reads JBang scripts: directives, source closure. May import model and text. */
package lectern.script;
