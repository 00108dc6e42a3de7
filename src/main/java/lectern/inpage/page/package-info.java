/**
 * Java that is compiled for the page: what stands there for parts of the Java library, and the
 * drawing of figures. May import figure.
 */
package lectern.inpage.page;
