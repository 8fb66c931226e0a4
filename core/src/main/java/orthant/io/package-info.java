/**
 * Reads and writes arrays as files: .npy, .npz, raw and mapped ones, HDF5 and text; shares memory with buffers and native code.
 *
 * <p>May import: orthant, orthant.layout, orthant.memory, orthant.kernel.
 */
package orthant.io;
