/** Experience replay in small, after Reverb: tables, selectors, a rate limiter, shared chunks, checkpoints. */
package reverb;
