/**
 * Reads and writes arrays as files: .npy, .npz, raw ones and text.
 *
 * <p>May import: orthant, orthant.layout, orthant.memory, orthant.kernel.
 */
package orthant.io;
