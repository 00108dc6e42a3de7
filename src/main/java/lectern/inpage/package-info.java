/**
 * Examples that run in the page: compiled to small modules by TeaVM, and run without a browser to
 * be held against the JVM. May import model, text, script, figure and kernel.
 */
package lectern.inpage;
