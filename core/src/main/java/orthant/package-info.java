/**
 * The public API: the array, its dtypes, indexing, creation and printing.
 *
 * <p>May import: every package of core.
 */
package orthant;
