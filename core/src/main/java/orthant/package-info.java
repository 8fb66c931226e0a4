/**
 * The public API: the array, its dtypes, indexing, creation and printing.
 *
 * <p>May import: all of orthant.core.
 */
package orthant;
