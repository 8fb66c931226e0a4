/**
 * Arithmetic on shapes and strides; knows nothing of memory or of dtypes.
 *
 * <p>May import: nothing.
 */
package orthant.layout;
