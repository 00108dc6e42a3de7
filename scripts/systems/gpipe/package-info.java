/** The schedule of GPipe, and a small network that obeys it. */
package gpipe;
