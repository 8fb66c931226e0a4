package orthant;

/** Views and copies with other shapes, as methods. */
public interface Manipulation {
  /**
   * The array these methods work on.
   *
   * @return this
   */
  NDArray self();
}
