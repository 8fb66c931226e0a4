/**
 * Compiles expressions to loops: vector form, scalar form, tail.
 *
 * <p>May import: every exported package of core.
 */
package orthant.ufunc.compile;
