/**
 * How long a short program takes from its start to its end, beside Python's.
 *
 * <p>May import: all of orthant.core, all of orthant.ufunc.
 */
package orthant.examples.cold;
