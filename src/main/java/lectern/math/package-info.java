/**
 * Sets formulas: LaTeX in, one small picture out, the same for every format. Imports nothing of
 * Lectern; {@link lectern.math.MathRenderer} alone knows JLaTeXMath.
 */
package lectern.math;
