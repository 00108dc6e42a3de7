/** Compiles a script in process and runs it in a JVM of its own. May import model, text, script. */
package lectern.kernel;
