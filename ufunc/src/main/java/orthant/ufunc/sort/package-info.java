/**
 * Sorts with vectors: keys that are signed integers, by a quicksort that splits with {@code compress} and ends in sorting
 * networks.
 *
 * <p>May import: all of orthant.core, orthant.ufunc.compile (ClassConstants, Rehearsals, Spinner).
 */
package orthant.ufunc.sort;
