package orthant.plan;

import java.lang.ref.Reference;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Cell;
import orthant.op.Combine;

/** Running sums and products along an axis: each element is rounded to the type before the next one comes, as in NumPy. */
public final class Scans {
  private static final Access ARRAYS = Access.door();

  private Scans() {}

  /**
   * The partial results of a reduction along an axis.
   *
   * @param a the elements
   * @param axis the axis, negative ones count from the end
   * @param type the type they are combined in, or null for the one in which the reduction does it
   * @param combine {@link Combine#ADD} or {@link Combine#MULTIPLY}
   * @param initial whether the result begins with that of no elements, and so is longer by one
   * @return a new array in C order
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static NDArray scan(NDArray a, int axis, DType type, Combine combine, boolean initial) {
    int along = Shapes.normalAxis(axis, a.ndim());
    DType in = type == null ? combine.type(a.dtype()) : type;
    long[] shape = a.moveaxis(along, -1).shape();
    long n = shape[shape.length - 1];
    long length = n + (initial ? 1 : 0);
    shape[shape.length - 1] = length;
    NDArray lines = Nd.empty(in, shape);
    NDArray elements = lines.get("..., " + (length - n) + ":").assign(a.moveaxis(along, -1));
    if (initial) {
      lines.get("..., 0").assign(combine.identity());
    }
    if (elements.size() > 0 && n > 1) {
      long first = ARRAYS.address(elements);
      for (long row = 0; row < elements.size() / n; row++) {
        run(in, first + row * length * in.size(), n, combine == Combine.ADD);
      }
      Reference.reachabilityFence(lines);
    }
    return along == a.ndim() - 1 ? lines : lines.moveaxis(-1, along).copy();
  }

  private static void run(DType type, long first, long n, boolean sum) {
    Cell cell = Cell.of(type);
    long at = first;
    if (type.isComplex()) {
      double re = cell.getDouble(at);
      double im = cell.getImag(at);
      for (long i = 1; i < n; i++) {
        at += type.size();
        double x = cell.getDouble(at);
        double y = cell.getImag(at);
        cell.set(at, sum ? re + x : re * x - im * y, sum ? im + y : re * y + im * x);
        re = cell.getDouble(at);
        im = cell.getImag(at);
      }
    } else if (type.isFloat()) {
      // The sum or product of two narrower numbers, rounded to binary64 and then to their type, is rounded right.
      double last = cell.getDouble(at);
      for (long i = 1; i < n; i++) {
        at += type.size();
        double x = cell.getDouble(at);
        cell.set(at, sum ? last + x : last * x);
        last = cell.getDouble(at);
      }
    } else {
      long last = cell.getLong(at);
      for (long i = 1; i < n; i++) {
        at += type.size();
        long x = cell.getLong(at);
        cell.set(at, sum ? last + x : last * x);
        last = cell.getLong(at);
      }
    }
  }
}
