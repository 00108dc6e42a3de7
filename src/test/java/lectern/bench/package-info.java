/**
 * The benchmark, run by hand with {@code mvn -Pbench verify}: whole processes, measured from
 * outside, against budgets and peers. No unit test is timed by it.
 */
package lectern.bench;
