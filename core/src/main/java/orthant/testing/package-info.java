/**
 * For tests of numeric code: assertions about arrays, and for jqwik (an optional dependency) generators of dtypes, shapes, axes,
 * indices, and arrays of any layout.
 *
 * <p>May import: all of orthant.core.
 */
package orthant.testing;
