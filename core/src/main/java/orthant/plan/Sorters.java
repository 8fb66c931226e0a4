package orthant.plan;

import java.lang.ref.Reference;
import java.util.ServiceLoader;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.kernel.ReferenceSorter;
import orthant.kernel.Sorter;
import orthant.layout.Shapes;
import orthant.op.TypeRule;

/**
 * Lays elements side by side and has them sorted. Who sorts is found once; the property {@code orthant.sorter} asks for
 * one by name.
 */
public final class Sorters {
  private static final Sorter CURRENT = Engines.choose(
      Engines.found(new ReferenceSorter(), ServiceLoader.load(Sorter.class, Sorters.class.getClassLoader())),
      Sorter::name, Sorter::priority, "orthant.sorter", () -> "");

  private Sorters() {}

  /**
   * The elements in order along an axis.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param descending whether the largest come first
   * @return a new array; equal elements keep their order
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray sort(NDArray a, int axis, boolean descending) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var rows = rows(a, at, descending);
    long n = rows.shape(-1);
    CURRENT.sort(rows.dtype(), Access.door().address(rows), n == 0 ? 0 : rows.size() / n, n);
    Reference.reachabilityFence(rows);
    return back(rows, at, descending);
  }

  /**
   * The elements along an axis, some of them where sorting would put them.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param positions which, from 0 on, in order
   * @return a new array: no element before one of the positions is greater, none behind it less
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray partition(NDArray a, int axis, long... positions) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var rows = rows(a, at, false);
    long n = rows.shape(-1);
    CURRENT.partition(rows.dtype(), Access.door().address(rows), n == 0 ? 0 : rows.size() / n, n, positions);
    Reference.reachabilityFence(rows);
    return back(rows, at, false);
  }

  /**
   * The positions along an axis that sort it.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param descending whether the largest come first
   * @return a new {@code int64} array; equal elements keep their order
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray argsort(NDArray a, int axis, boolean descending) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var rows = lines(a, at, descending);
    long n = rows.shape(-1);
    var out = Nd.empty(DType.int64, rows.shape());
    Engine.hold(new NDArray[] {rows, out}, (_, where) -> CURRENT.argsort(rows.dtype(), where[0], n == 0 ? 0 : rows.size() / n, n, where[1]));
    return back(descending ? out.negative().add(n - 1) : out, at, descending);
  }

  /**
   * The positions along an axis, one of them where sorting would put it.
   *
   * @param a an array
   * @param axis the axis; negative ones count from the end
   * @param position which, from 0 on
   * @return a new {@code int64} array: first the positions of lesser elements, then of equal ones, then of greater ones, each ascending
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray argpartition(NDArray a, int axis, long position) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var rows = lines(a, at, false);
    long n = rows.shape(-1);
    var out = Nd.empty(DType.int64, rows.shape());
    Engine.hold(new NDArray[] {rows, out},
        (_, where) -> CURRENT.argpartition(rows.dtype(), where[0], n == 0 ? 0 : rows.size() / n, n, position, where[1]));
    return back(out, at, false);
  }

  /**
   * Where values belong in sorted elements.
   *
   * @param a sorted elements along one axis
   * @param values the values
   * @param right whether a value goes behind elements that are equal to it
   * @return {@code int64} positions from 0 to the number of elements, of the shape of the values
   * @throws IllegalArgumentException if the elements have not exactly one axis
   */
  public static NDArray search(NDArray a, NDArray values, boolean right) {
    if (a.ndim() != 1) {
      throw new IllegalArgumentException("cannot search in an array of shape " + Shapes.text(a.shape()) + "; it must have 1 axis");
    }
    DType type = TypeRule.promote(a.dtype(), values.dtype());
    var sorted = sideBySide(a, type);
    var wanted = sideBySide(values, type);
    var out = Nd.empty(DType.int64, values.shape());
    Engine.hold(new NDArray[] {sorted, wanted, out},
        (_, where) -> CURRENT.search(type, where[0], a.size(), where[1], values.size(), right, where[2]));
    return out;
  }

  /** A copy with the axis last; what shall descend is sorted from the end, so that equal elements keep their order. */
  private static NDArray rows(NDArray a, int axis, boolean descending) {
    return (descending ? a.flip(axis) : a).moveaxis(axis, -1).copy();
  }

  /** The same to be read only, so that what lies so already is not copied. */
  private static NDArray lines(NDArray a, int axis, boolean descending) {
    return sideBySide((descending ? a.flip(axis) : a).moveaxis(axis, -1), a.dtype());
  }

  private static NDArray sideBySide(NDArray a, DType type) {
    return a.dtype() == type && a.isContiguous() ? a : a.astype(type);
  }

  private static NDArray back(NDArray rows, int axis, boolean descending) {
    var out = rows.moveaxis(-1, axis);
    out = descending ? out.flip(axis) : out;
    return out.isContiguous() ? out : out.copy();
  }
}
