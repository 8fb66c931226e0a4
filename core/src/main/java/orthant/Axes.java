package orthant;

import java.util.Arrays;

/**
 * Which axes a reduction folds, and how. Immutable; each method returns a changed copy:
 * {@code x.sum(axes(0, 2).keepDims().dtype(float64))}.
 *
 * @param axes the axes to fold, negative ones count from the end; null for all of them
 * @param keepsDims whether the folded axes stay, with size 1
 * @param dtype the type to compute in and return, or null for the operation's own choice
 * @param correction degrees of freedom that {@code var} and {@code std} take off the count
 */
public record Axes(int[] axes, boolean keepsDims, DType dtype, double correction) {
  /** All axes, folded away. */
  public static final Axes ALL = new Axes(null, false, null, 0);

  /**
   * Copies the array.
   *
   * @param axes the axes to fold, or null for all
   * @param keepsDims whether the folded axes stay, with size 1
   * @param dtype the type to compute in, or null
   * @param correction degrees of freedom that {@code var} and {@code std} take off the count
   */
  public Axes {
    axes = axes == null ? null : axes.clone();
  }

  /**
   * The given axes, folded away.
   *
   * @param axes axis numbers, negative ones count from the end; an empty array of them folds nothing
   * @return the options
   */
  public static Axes axes(int... axes) {
    return new Axes(axes, false, null, 0);
  }

  /**
   * The axes to fold.
   *
   * @return a copy, or null for all
   */
  @Override
  public int[] axes() {
    return axes == null ? null : axes.clone();
  }

  /**
   * Keeps the folded axes with size 1, so that the result broadcasts against the operand.
   *
   * @return the changed options
   */
  public Axes keepDims() {
    return new Axes(axes, true, dtype, correction);
  }

  /**
   * Computes in another type and returns it.
   *
   * @param type the type
   * @return the changed options
   */
  public Axes dtype(DType type) {
    return new Axes(axes, keepsDims, type, correction);
  }

  /**
   * Takes degrees of freedom off the count; for {@code var} and {@code std} only.
   *
   * @param degrees 1 for the sample variance
   * @return the changed options
   */
  public Axes correction(double degrees) {
    return new Axes(axes, keepsDims, dtype, degrees);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Axes that
        && Arrays.equals(axes, that.axes)
        && keepsDims == that.keepsDims
        && dtype == that.dtype
        && Double.compare(correction, that.correction) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(axes) + (keepsDims ? 1 : 0) + Double.hashCode(correction);
  }

  @Override
  public String toString() {
    return (axes == null ? "all axes" : "axes " + Arrays.toString(axes)) + (keepsDims ? ", kept" : "") + (dtype == null ? "" : ", as " + dtype);
  }
}
