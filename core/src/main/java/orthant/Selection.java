package orthant;

import java.lang.ref.Reference;
import java.util.Arrays;
import orthant.kernel.Access;
import orthant.layout.Shapes;
import orthant.memory.Raw;
import orthant.op.Ops;
import orthant.op.TypeRule;
import orthant.plan.Engine;

/** Reads elements that a mask, positions or a condition pick, and lists where elements are not zero. */
final class Selection {
  private Selection() {}

  /** A view, or with arrays in the index a copy. */
  static NDArray get(NDArray a, Index... parts) {
    return Index.anyArray(parts) ? Pick.of(a, parts).get() : Views.slice(a, parts);
  }

  /** Elements at positions along the first axis, or where a mask of the first axes is true. */
  static NDArray get(NDArray a, NDArray index) {
    var part = Index.at(index);
    return a.ndim() > 0 && !index.dtype().isBool() ? Pick.along(a, index, 0, Bounds.RAISE).get() : Pick.of(a, part).get();
  }

  /** Writes values over what an index names. */
  static void assign(NDArray a, NDArray values, Index... parts) {
    if (Index.anyArray(parts)) {
      Pick.of(a, parts).assign(values);
    } else {
      var part = Views.slice(a, parts);
      Engine.assign(part, Views.droppingOnes(values, part.ndim()));
    }
  }

  /** Index arrays as the parts of an index. */
  static Index[] parts(NDArray... arrays) {
    var parts = new Index[arrays.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Index.at(arrays[i]);
    }
    return parts;
  }

  /** Writes values where a mask of the leading axes is true. */
  static void assignWhere(NDArray a, NDArray mask, NDArray values) {
    Index.mask(mask);
    if (mask.ndim() > a.ndim()) {
      throw new IllegalArgumentException("a mask of shape " + Shapes.text(mask.shape()) + " does not fit an array of shape "
          + Shapes.text(a.shape()) + ": it has more axes; there may be at most " + a.ndim());
    }
    for (int i = 0; i < mask.ndim(); i++) {
      if (a.shape(i) != mask.shape(i)) {
        throw new IllegalArgumentException("a mask of shape " + Shapes.text(mask.shape()) + " does not fit an array of shape "
            + Shapes.text(a.shape()) + ": axis " + i + " has " + mask.shape(i) + " and " + a.shape(i) + "; sizes must match");
      }
    }
    // A mask of the leading axes broadcasts along the others.
    long[] shape = Arrays.copyOf(mask.shape(), a.ndim());
    Arrays.fill(shape, mask.ndim(), a.ndim(), 1);
    copyto(a, values, mask.reshape(shape));
  }

  /** Writes values where a mask is true; both broadcast to the array. */
  static void copyto(NDArray a, NDArray values, NDArray where) {
    Index.mask(where);
    var v = values.dtype() == a.dtype() ? values : values.astype(a.dtype());
    var engine = Engine.current();
    var program = Ops.WHERE.program(a.dtype(), DType.bool, a.dtype(), a.dtype());
    engine.into(engine.loop(program), a, Views.droppingOnes(where, a.ndim()), Views.droppingOnes(v, a.ndim()), a);
  }

  /** For each axis the positions of the elements that are not zero, in C order. */
  static NDArray[] nonzero(NDArray a) {
    if (a.ndim() == 0) {
      throw new IllegalArgumentException("cannot list the nonzero elements of an array without axes; use reshape(1)");
    }
    var mask = mask(a);
    long count = MaskPlaces.countTrue(mask);
    var out = new NDArray[a.ndim()];
    for (int k = 0; k < out.length; k++) {
      out[k] = Nd.empty(DType.int64, count);
    }
    list(mask, a.shape(), count, 8, out);
    return out;
  }

  /** The same as one array, a row for each element. */
  static NDArray argwhere(NDArray a) {
    var mask = mask(a);
    long count = MaskPlaces.countTrue(mask);
    var out = Nd.empty(DType.int64, count, a.ndim());
    var columns = new NDArray[a.ndim()];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = out.get(Index.all(), Index.at(k));
    }
    list(mask, a.shape(), count, 8L * a.ndim(), columns);
    return out;
  }

  private static NDArray mask(NDArray a) {
    return a.dtype().isBool() && a.isContiguous() ? a : a.astype(DType.bool);
  }

  /**
   * Writes the coordinates of the true elements of a mask.
   *
   * @param step bytes from one coordinate to the next in each of the arrays
   */
  private static void list(NDArray mask, long[] shape, long count, long step, NDArray... out) {
    int last = shape.length - 1;
    if (count == 0 || last < 0) {
      return;
    }
    long[] to = new long[out.length];
    for (int k = 0; k < out.length; k++) {
      to[k] = Access.door().address(out[k]);
    }
    long[] row = new long[shape.length];
    long end = shape[last];
    long done = 0;
    try (var _ = Hold.of(mask)) {
      if (last == 0 && step == 8) {
        MaskPlaces.positions(mask, to[0], count);
        return;
      }
      var places = new MaskPlaces(Places.CHUNK, mask.reshape(mask.size()), 1);
      for (int n; done < count && (n = places.next()) >= 0;) {
        n = (int) Math.min(n, count - done);
        for (int k = 0; k < n; k++) {
          long at = places.found[k];
          while (at >= end) {
            end += shape[last];
            for (int axis = last - 1; axis >= 0 && ++row[axis] == shape[axis]; axis--) {
              row[axis] = 0;
            }
          }
          long place = (done + k) * step;
          for (int axis = 0; axis < last; axis++) {
            Raw.setLong(to[axis] + place, row[axis]);
          }
          Raw.setLong(to[last] + place, at - (end - shape[last]));
        }
        done += n;
      }
    }
    Reference.reachabilityFence(out);
  }

  /** Sub-arrays at some positions along an axis. */
  static NDArray take(NDArray a, NDArray positions, int axis, Bounds bounds) {
    return Pick.along(a, positions, axis, bounds).get();
  }

  /** One element along an axis for each position. */
  static NDArray takeAlongAxis(NDArray a, NDArray positions, int axis) {
    return Pick.alongEach(a, positions, axis).get();
  }

  /** Where a condition is true along an axis; it may be shorter than the axis. */
  static NDArray compress(NDArray condition, NDArray a, int axis) {
    if (condition.ndim() != 1) {
      throw new IllegalArgumentException("a condition of shape " + Shapes.text(condition.shape()) + " cannot compress; it must have 1 axis");
    }
    int at = Shapes.normalAxis(axis, a.ndim());
    var mask = mask(condition);
    long n = a.shape(at);
    if (mask.size() > n && mask.get(Index.from(n)).any().getBoolean()) {
      throw new IndexOutOfBoundsException("a condition of " + mask.size() + " truth values is true beyond the end of axis " + at + " with size " + n);
    }
    var parts = new Index[at + 1];
    Arrays.fill(parts, Index.all());
    parts[at] = Index.until(mask.size());
    var part = a.get(parts);
    parts[at] = Index.mask(mask.get(Index.until(n)));
    return Pick.of(part, parts).get();
  }

  /** Elements of some arrays, which of them each time an index says. */
  static NDArray choose(NDArray which, Bounds bounds, NDArray... choices) {
    if (choices.length == 0) {
      throw new IllegalArgumentException("nothing to choose from; there must be at least one array");
    }
    long[] shape = which.shape();
    var dtype = choices[0].dtype();
    for (var choice : choices) {
      shape = Shapes.broadcast(shape, choice.shape());
      dtype = TypeRule.promote(dtype, choice.dtype());
    }
    var inside = bounds.inside(which, choices.length, -1);
    if (bounds == Bounds.RAISE && inside.size() > 0 && (inside.min().getLong() < 0 || inside.max().getLong() >= choices.length)) {
      throw new IndexOutOfBoundsException("a choice from " + inside.min().getLong() + " to " + inside.max().getLong()
          + " is out of bounds for " + choices.length + " arrays; it must be from 0 to " + (choices.length - 1));
    }
    var out = Nd.empty(dtype, shape);
    for (int k = 0; k < choices.length; k++) {
      if (k == 0) {
        out.assign(choices[0]);
      } else {
        copyto(out, choices[k], inside.equal(k));
      }
    }
    return out;
  }

  /** Elements of the array that belongs to the first condition which is true, else of another one. */
  static NDArray select(NDArray[] conditions, NDArray[] choices, NDArray otherwise) {
    if (conditions.length != choices.length || conditions.length == 0) {
      throw new IllegalArgumentException("cannot select by " + conditions.length + " conditions from " + choices.length
          + " arrays; there must be as many of both, and at least one");
    }
    long[] shape = otherwise.shape();
    var dtype = otherwise.dtype();
    for (int k = 0; k < choices.length; k++) {
      Index.mask(conditions[k]);
      shape = Shapes.broadcast(shape, Shapes.broadcast(conditions[k].shape(), choices[k].shape()));
      dtype = TypeRule.promote(dtype, choices[k].dtype());
    }
    var out = Nd.empty(dtype, shape).assign(otherwise);
    for (int k = choices.length - 1; k >= 0; k--) {
      copyto(out, choices[k], conditions[k]);
    }
    return out;
  }
}
