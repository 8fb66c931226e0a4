package orthant;

import java.util.Arrays;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/** Writes elements at positions and under masks: {@code put} and its kin. */
final class Placing {
  private Placing() {}

  /** Writes values, repeated or cut off as needed, at positions in C order. */
  static void put(NDArray a, NDArray positions, NDArray values, Bounds bounds) {
    Views.checkWritable(a);
    var flat = IndexArray.int64(positions).ravel();
    bounds.checkPossible(flat, a.size(), 0);
    if (values.size() == 0 || flat.size() == 0) {
      return;
    }
    var v = repeated(values, flat.size());
    var view = Views.reshapedView(a, a.size());
    if (view != null) {
      Pick.along(view, flat, 0, bounds).assign(v);
    } else {
      // The elements do not lie evenly: each axis gets positions of its own.
      var wrapped = nonNegative(bounds.inside(flat, a.size(), 0), a.size());
      Pick.of(a, Selection.parts(Coordinates.unravel(wrapped, Order.C, a.shape()))).assign(v);
    }
  }

  private static NDArray nonNegative(NDArray positions, long size) {
    var negative = positions.less(0);
    return negative.any().getBoolean() ? positions.copy().assignWhere(negative, positions.add(size)) : positions;
  }

  /** As many values as there are places, in C order, from the beginning again where they end. */
  private static NDArray repeated(NDArray values, long count) {
    var v = values.ravel();
    if (v.size() == 1) {
      return v;
    }
    return (v.size() >= count ? v : Nd.tile(v, (count - 1) / v.size() + 1)).get(Index.until(count));
  }

  /** Writes one element along an axis for each position. */
  static void putAlongAxis(NDArray a, NDArray positions, NDArray values, int axis) {
    Pick.alongEach(a, positions, axis).assign(values);
  }

  /** Writes values where a mask is true, one after the other, from the beginning again where they end. */
  static void place(NDArray a, NDArray mask, NDArray values) {
    Views.checkWritable(a);
    var m = sameSize(a, mask, "place");
    long count = MaskPlaces.countTrue(m.isContiguous() ? m : m.copy());
    if (count == 0) {
      return;
    }
    if (values.size() == 0) {
      throw new IllegalArgumentException("cannot place values: there are " + count + " places but no value; there must be at least one");
    }
    Pick.of(a, Index.mask(m)).assign(repeated(values, count));
  }

  /** Writes, where a mask is true, the values at the same positions in C order, counted around where they end. */
  static void putmask(NDArray a, NDArray mask, NDArray values) {
    Views.checkWritable(a);
    var m = sameSize(a, mask, "putmask");
    if (values.size() == 0) {
      return;
    }
    if (values.size() == 1 || Arrays.equals(values.shape(), a.shape())) {
      Selection.copyto(a, values.size() == 1 ? values.reshape() : values, m);
      return;
    }
    var v = values.size() >= a.size() ? values.ravel().get(Index.until(a.size())) : repeated(values, a.size());
    Selection.copyto(a, v.reshape(a.shape()), m);
  }

  private static NDArray sameSize(NDArray a, NDArray mask, String name) {
    if (mask.size() != a.size()) {
      throw new IllegalArgumentException(name + " needs a mask of as many elements as the array: shapes are " + Shapes.text(mask.shape())
          + " and " + Shapes.text(a.shape()));
    }
    var m = mask.dtype().isBool() ? mask : mask.astype(DType.bool);
    return m.reshape(a.shape());
  }

  /** Writes values along the diagonal on which all positions are equal. */
  static void fillDiagonal(NDArray a, NDArray values, boolean wrap) {
    Views.checkWritable(a);
    int ndim = a.ndim();
    if (ndim < 2) {
      throw new IllegalArgumentException("cannot fill the diagonal of an array of shape " + Shapes.text(a.shape())
          + "; it must have at least 2 axes");
    }
    var from = Views.layout(a);
    long length = a.shape(0);
    for (int i = 1; i < ndim; i++) {
      if (ndim > 2 && a.shape(i) != a.shape(0)) {
        throw new IllegalArgumentException("cannot fill the diagonal of an array of shape " + Shapes.text(a.shape()) + ": axis " + i + " has "
            + a.shape(i) + "; with more than 2 axes, all sizes must be the same");
      }
      length = Math.min(length, a.shape(i));
    }
    if (values.size() == 0) {
      throw new IllegalArgumentException("cannot fill the diagonal from no values; there must be at least one");
    }
    if (ndim == 2 && wrap && a.shape(0) > a.shape(1)) {
      // Below the last column the diagonal begins anew, one row further down.
      long columns = a.shape(1);
      long count = columns == 0 ? 0 : (a.shape(0) * columns + columns) / (columns + 1);
      put(a, Nd.arange(count).multiply(columns + 1), values, Bounds.RAISE);
      return;
    }
    long step = 0;
    for (int i = 0; i < ndim; i++) {
      step += from.stride(i);
    }
    var diagonal = Views.of(a, Layout.of(new long[] {length}, new long[] {length > 1 ? step : a.dtype().size()}));
    if (length > 0) {
      diagonal.assign(repeated(values, length));
    }
  }
}
