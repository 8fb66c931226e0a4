/**
 * Universal functions, lazy expressions and the vector kernel source.
 *
 * <p>May import: every exported package of core, orthant.ufunc.compile.
 */
package orthant.ufunc;
