/**
 * Tests of what was built: they run after {@code package}, on the jar and the book in {@code
 * target}, and look at both as a reader would.
 */
package lectern.it;
