package orthant.mpi.transport;

import orthant.DType;

/** The words for a message that cannot be received; the same on every transport. */
public final class Faults {
  private Faults() {}

  /**
   * Another dtype.
   *
   * @param rank who receives
   * @param target into what
   * @param source who sent
   * @param tag with which tag
   * @param sent which dtype, null if the sender was not this library
   * @return the text
   */
  public static String dtype(int rank, Message target, int source, int tag, DType sent) {
    return "rank " + source + " sent " + (sent == null ? "something foreign" : sent) + " with tag " + tag
        + " where rank " + rank + " receives into " + target + "; the dtypes of send and receive must be the same";
  }

  /**
   * Too many elements.
   *
   * @param rank who receives
   * @param target into what
   * @param source who sent
   * @param tag with which tag
   * @param count how many elements, -1 if that is not known
   * @return the text
   */
  public static String truncated(int rank, Message target, int source, int tag, long count) {
    return "rank " + source + " sent " + (count < 0 ? "too many" : count) + " elements with tag " + tag
        + " where rank " + rank + " receives into " + target + " of " + target.count()
        + "; a message must fit into the array that receives it";
  }
}
