package orthant.mpi;

import orthant.DType;

/**
 * What a receive got.
 *
 * @param source the rank that sent, {@link Mpi#PROC_NULL} if there was no partner
 * @param tag the tag it sent with, {@link Mpi#ANY_TAG} if there was no partner
 * @param count how many elements came; the first {@code count} elements of the array, in logical order, hold them
 * @param dtype the type of the elements
 */
public record Status(int source, int tag, long count, DType dtype) {}
