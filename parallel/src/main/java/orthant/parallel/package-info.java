/**
 * The control of the threads that operations run on.
 *
 * <p>With this module on the path, operations on large arrays run on all cores; nothing has to be called. Results do not
 * depend on the number of threads, to the last bit: work is cut by sizes alone, and threads only share out the pieces.
 *
 * <p>May import: orthant.kernel (ThreadLimit).
 */
package orthant.parallel;
