/**
 * Reads and writes arrays as .npy files.
 *
 * <p>May import: orthant, orthant.layout, orthant.memory, orthant.kernel.
 */
package orthant.io;
