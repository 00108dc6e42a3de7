/** BibTeX files: what stands in them, and how a citation style lists it. */
package lectern.bibliography;
