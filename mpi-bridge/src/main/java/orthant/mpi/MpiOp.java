package orthant.mpi;

/**
 * How a reduction combines the elements of the ranks.
 *
 * <p>The meaning is that of the element-wise operations of the arrays: integers wrap around, NaN wins in
 * {@link #MIN} and {@link #MAX}, the sum of truth values is "or".
 */
public enum MpiOp {
  /** Addition; "or" for {@code bool}. */
  SUM,
  /** The smaller; NaN if either is NaN; "and" for {@code bool}. */
  MIN,
  /** The larger; NaN if either is NaN; "or" for {@code bool}. */
  MAX
}
