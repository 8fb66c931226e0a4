package orthant.plan;

import java.util.Arrays;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/** Views of the same bytes as other elements: the parts of complex numbers, and any type as any other. */
public final class Parts {
  private static final Access ARRAYS = Access.door();

  private Parts() {}

  /**
   * The real parts.
   *
   * @param a an array
   * @return a view; the array itself if it is not complex
   */
  public static NDArray real(NDArray a) {
    return a.dtype().isComplex() ? part(a, 0) : a;
  }

  /**
   * The imaginary parts.
   *
   * @param a a complex array
   * @return a view
   */
  public static NDArray imag(NDArray a) {
    return part(a, a.dtype().real().size());
  }

  private static NDArray part(NDArray a, int offset) {
    return ARRAYS.wrap(a.dtype().real(), ARRAYS.layout(a), ARRAYS.storage(a), ARRAYS.address(a) + offset, a.isReadOnly());
  }

  /**
   * Both parts along an additional last axis.
   *
   * @param a a complex array
   * @return a view with the axes of the array, then one of size 2
   */
  public static NDArray both(NDArray a) {
    Layout layout = ARRAYS.layout(a);
    int size = a.dtype().real().size();
    return ARRAYS.wrap(a.dtype().real(), Layout.of(with(layout.shape(), 2), with(layout.strides(), size)), ARRAYS.storage(a),
        ARRAYS.address(a), a.isReadOnly());
  }

  private static long[] with(long[] values, long last) {
    long[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = last;
    return longer;
  }

  /**
   * Operands of loops: complex arrays become two, real parts and imaginary parts.
   *
   * @param arrays any arrays
   * @return the arrays, none of them complex
   */
  static NDArray[] split(NDArray... arrays) {
    NDArray[] parts = new NDArray[2 * arrays.length];
    int count = 0;
    for (NDArray a : arrays) {
      parts[count++] = real(a);
      if (a.dtype().isComplex()) {
        parts[count++] = imag(a);
      }
    }
    return Arrays.copyOf(parts, count);
  }

  /**
   * The same bytes as elements of another type.
   *
   * @param a an array
   * @param type the type
   * @return a view
   * @throws IllegalArgumentException if the last axis has gaps or its bytes are no multiple of the type's size
   */
  public static NDArray view(NDArray a, DType type) {
    Layout layout = ARRAYS.layout(a);
    int from = a.dtype().size();
    int to = type.size();
    if (from != to) {
      int last = layout.ndim() - 1;
      if (last < 0 || layout.shape(last) > 1 && layout.stride(last) != from) {
        throw new IllegalArgumentException("cannot view " + a.dtype() + " of shape " + Shapes.text(a.shape()) + " as " + type
            + ": the elements have another size, and the last axis is not without gaps; view a copy()");
      }
      long bytes = Math.multiplyExact(layout.shape(last), from);
      if (bytes % to != 0) {
        throw new IllegalArgumentException("cannot view " + a.dtype() + " of shape " + Shapes.text(a.shape()) + " as " + type
            + ": the last axis has " + bytes + " bytes, which is no multiple of " + to);
      }
      long[] shape = layout.shape();
      long[] strides = layout.strides();
      shape[last] = bytes / to;
      strides[last] = to;
      layout = Layout.of(shape, strides);
    }
    return ARRAYS.wrap(type, layout, ARRAYS.storage(a), ARRAYS.address(a), a.isReadOnly());
  }
}
