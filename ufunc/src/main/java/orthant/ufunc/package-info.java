/**
 * Universal functions, lazy expressions and the vector kernel source.
 *
 * <p>May import: all of orthant.core, orthant.ufunc.compile, orthant.ufunc.lambda.
 */
package orthant.ufunc;
