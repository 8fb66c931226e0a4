/**
 * Compiles expressions to loops: vector form, scalar form, tail.
 *
 * <p>May import: all of orthant.core.
 */
package orthant.ufunc.compile;
