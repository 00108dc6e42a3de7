/** The command line: arguments, console, exit codes. Bodies are one call into build. */
package lectern.cli;
