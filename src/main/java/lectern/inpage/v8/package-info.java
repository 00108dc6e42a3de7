/**
 * The engine that runs modules without a browser, in a process of its own. Imports nothing of ours.
 */
package lectern.inpage.v8;
