/**
 * What transports share: an array as a message, copies between views, and the interface a transport implements.
 *
 * <p>May import: orthant, orthant.kernel, orthant.layout, orthant.memory, orthant.mpi.
 */
package orthant.mpi.transport;
