package orthant;

/** Parts of an array, as methods. */
public interface Indexing {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();
}
