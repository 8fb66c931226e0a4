package orthant;

/**
 * What operations can be applied to: the four ways that every method of {@link Elementwise} goes.
 *
 * @param <A> what a method returns
 * @param <P> what a second operand may be
 */
public interface Applicable<A, P> {
  /**
   * Applies an operation of one operand to this.
   *
   * @param operation the operation
   * @return the result
   */
  A apply(Operation operation);

  /**
   * Applies an operation of two operands to this and another.
   *
   * @param operation the operation
   * @param other the second operand
   * @return the result
   */
  A apply(Operation operation, P other);

  /**
   * Applies an operation of two operands to this and a weak floating-point number.
   *
   * @param operation the operation
   * @param other the second operand
   * @return the result
   */
  A apply(Operation operation, double other);

  /**
   * Applies an operation of two operands to this and a weak integer.
   *
   * @param operation the operation
   * @param other the second operand
   * @return the result
   */
  A apply(Operation operation, long other);
}
