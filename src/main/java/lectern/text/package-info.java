/** Text and files at their plainest: digests, tags, near misses, whole writes. May import model. */
package lectern.text;
