/** The stages in order; the only package that knows all of them. */
package lectern.build;
