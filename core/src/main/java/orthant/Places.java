package orthant;

/**
 * Where picked elements lie, in the order in which they were asked for, listed chunk by chunk: a chunk stays in the first
 * cache while the elements are moved. Every place is inside of the array, whatever another thread does to the index
 * arrays meanwhile.
 */
abstract class Places {
  /** The most places of a chunk: with 2048 of them a take of a million elements took a fifth longer. */
  static final int CHUNK = 512;

  /** The same if each place has a sub-array around it that is not one block: the list is gone through for each row of them. */
  static final int LONG_CHUNK = 4096;

  /** The most places of a chunk of this list. */
  final int chunk;

  /** The places found last, in bytes from the array's first element. */
  final long[] found;

  /**
   * A list.
   *
   * @param most how many places there are at most
   * @param chunk the most places of a chunk
   */
  Places(long most, int chunk) {
    this.chunk = chunk;
    // Masks are listed without branches, which writes up to eight places too many.
    found = new long[(int) Math.min(most, chunk) + 8];
  }

  /**
   * Finds the next chunk.
   *
   * @return how many there are in {@link #found}, at times 0; -1 after the last chunk
   * @throws IndexOutOfBoundsException if one is outside of the array
   */
  abstract int next();
}
