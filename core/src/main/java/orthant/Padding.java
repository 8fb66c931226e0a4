package orthant;

import java.util.Arrays;
import orthant.layout.Shapes;

/**
 * Makes arrays larger by new places at both ends of each axis. The axes are filled one after the other; what is filled along
 * one reaches over the new places of the axes before it, not yet of those after it.
 */
final class Padding {
  private Padding() {}

  static void checkPairs(String what, long[][] pairs) {
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i].length != 2 || pairs[i][0] < 0 || pairs[i][1] < 0) {
        throw new IllegalArgumentException(what + " of axis " + i + " are " + Arrays.toString(pairs[i])
            + "; there must be two, for before and after, each 0 or more");
      }
    }
  }

  /** One row for each axis. */
  private static long[][] pairs(String what, long[][] pairs, int ndim) {
    checkPairs(what, pairs);
    if (pairs.length != ndim && pairs.length != 1) {
      throw new IllegalArgumentException("there are " + pairs.length + " rows of " + what + " for an array of " + ndim
          + " axes; there must be one for each axis, or one for all");
    }
    long[][] all = new long[ndim][];
    for (int i = 0; i < ndim; i++) {
      all[i] = pairs[pairs.length == 1 ? 0 : i];
    }
    return all;
  }

  static NDArray pad(NDArray a, long[][] widths, Pad pad) {
    int ndim = a.ndim();
    long[][] wide = pairs("widths", widths, ndim);
    long[] shape = a.shape();
    for (int i = 0; i < ndim; i++) {
      if (a.size() == 0 && shape[i] == 0 && wide[i][0] + wide[i][1] > 0 && !fillsEmpty(pad)) {
        throw new IllegalArgumentException("cannot pad axis " + i + " of shape " + Shapes.text(a.shape())
            + " with " + pad + ": it has no elements to begin with; use constant or empty");
      }
      shape[i] = Math.addExact(shape[i], Math.addExact(wide[i][0], wide[i][1]));
    }
    var values = pad.values == null ? null : values(pad.values, ndim);
    long[][] lengths = pad.lengths == null ? null : pairs("lengths", pad.lengths, ndim);
    var out = pad.mode == Pad.Mode.FILLER ? Nd.zeros(a.dtype(), shape) : Nd.empty(a.dtype(), shape);
    var middle = out;
    for (int i = 0; i < ndim; i++) {
      middle = Views.part(middle, i, wide[i][0], wide[i][0] + a.shape(i));
    }
    middle.assign(a);
    if (a.size() == 0 && !fillsEmpty(pad) || pad.mode == Pad.Mode.EMPTY) {
      return out;
    }
    for (int axis = 0; axis < ndim; axis++) {
      var area = out;
      for (int i = axis + 1; i < ndim && pad.mode != Pad.Mode.FILLER; i++) {
        area = Views.part(area, i, wide[i][0], wide[i][0] + a.shape(i));
      }
      new Line(area, axis, wide[axis][0], wide[axis][1]).fill(pad, values, lengths == null ? null : lengths[axis]);
    }
    return out;
  }

  private static boolean fillsEmpty(Pad pad) {
    return pad.mode == Pad.Mode.CONSTANT || pad.mode == Pad.Mode.EMPTY || pad.mode == Pad.Mode.FILLER;
  }

  /** As NumPy's pairs: one value for all, two for before and after, or what broadcasts to (axes, 2). */
  private static NDArray values(NDArray values, int ndim) {
    boolean pair = values.size() == 2 && values.ndim() < 3 && !(values.ndim() == 2 && values.shape(0) == 2);
    return (values.size() == 1 ? values.reshape() : pair ? values.reshape(2) : values).broadcastTo(ndim, 2);
  }

  /** One axis of an array of which the middle is set: its ends are filled. */
  private record Line(NDArray area, int axis, long before, long after) {
    private NDArray part(long start, long stop) {
      return Views.part(area, axis, start, stop);
    }

    private long size() {
      return area.shape(axis);
    }

    private long end() {
      return size() - after;
    }

    void fill(Pad pad, NDArray values, long[] lengths) {
      switch (pad.mode) {
        case CONSTANT -> {
          part(0, before).assign(values.get(Index.at(axis), Index.at(0)));
          part(end(), size()).assign(values.get(Index.at(axis), Index.at(1)));
        }
        case EDGE -> edges();
        case LINEAR_RAMP -> {
          ramp(part(0, before), values.get(Index.at(axis), Index.at(0)), part(before, before + 1));
          ramp(part(end(), size()).flip(axis), values.get(Index.at(axis), Index.at(1)), part(end() - 1, end()));
        }
        case REFLECT, SYMMETRIC -> mirror(pad.mode == Pad.Mode.SYMMETRIC, pad.isOdd);
        case WRAP -> wrap();
        case FILLER -> lines(area.moveaxis(axis, -1), pad.filler);
        default -> statistics(pad.mode, lengths);
      }
    }

    private void edges() {
      part(0, before).assign(part(before, before + 1));
      part(end(), size()).assign(part(end() - 1, end()));
    }

    private void ramp(NDArray to, NDArray from, NDArray edge) {
      to.assign(Spacing.linspace(area.dtype(), from, edge.squeeze(axis), to.shape(axis), false, axis));
    }

    private void lines(NDArray lines, Pad.Filler filler) {
      if (lines.ndim() == 1) {
        filler.fill(lines, before, after, axis);
        return;
      }
      for (long i = 0; i < lines.shape(0); i++) {
        lines(Views.at(lines, 0, i), filler);
      }
    }

    private void statistics(Pad.Mode mode, long[] lengths) {
      long n = end() - before;
      long left = lengths == null ? n : Math.min(n, lengths[0]);
      long right = lengths == null ? n : Math.min(n, lengths[1]);
      if (left == 0 || right == 0) {
        throw new IllegalArgumentException("cannot pad axis " + axis + " with the " + mode.name().toLowerCase(java.util.Locale.ROOT)
            + " of 0 elements; the lengths must be 1 or more");
      }
      var first = statistic(mode, part(before, before + left));
      var last = left == n && right == n ? first : statistic(mode, part(end() - right, end()));
      part(0, before).assign(first);
      part(end(), size()).assign(last);
    }

    private NDArray statistic(Pad.Mode mode, NDArray of) {
      var along = Axes.axes(axis).keepDims();
      var value = switch (mode) {
        case MAXIMUM -> of.max(along);
        case MINIMUM -> of.min(along);
        case MEAN -> of.mean(along);
        default -> Spacing.median(of, axis);
      };
      return area.dtype().isInteger() && value.dtype().isFloat() ? Spacing.map(value, Math::rint) : value;
    }

    /** Fills outwards in steps: what is filled already is mirrored again, a whole number of periods at a time. */
    private void mirror(boolean withEdge, boolean odd) {
      long period = end() - before - (withEdge ? 0 : 1);
      if (period == 0 || period == 1 && withEdge) {
        edges();
        return;
      }
      long left = before;
      long right = after;
      while (left > 0 || right > 0) {
        long n = size() - right - left;
        long known = withEdge ? n / period * period : (n - 1) / period * period;
        if (left > 0) {
          long count = Math.min(known, left);
          long start = left + (withEdge ? 0 : 1);
          part(left - count, left).assign(about(part(start, start + count).flip(axis), part(left, left + 1), odd));
          left -= count;
        }
        if (right > 0) {
          long count = Math.min(known, right);
          long stop = size() - right - (withEdge ? 0 : 1);
          long edge = size() - right;
          part(edge, edge + count).assign(about(part(stop - count, stop).flip(axis), part(edge - 1, edge), odd));
          right -= count;
        }
      }
    }

    private static NDArray about(NDArray values, NDArray edge, boolean odd) {
      return odd ? edge.multiply(2).subtract(values) : values;
    }

    private void wrap() {
      long own = end() - before;
      long left = before;
      long right = after;
      while (left > 0 || right > 0) {
        long period = (size() - right - left) / own * own;
        long more = Math.min(period, left);
        long most = Math.min(period, right);
        part(left - more, left).assign(part(left + period - more, left + period));
        part(size() - right, size() - right + most).assign(part(size() - right - period, size() - right - period + most));
        left -= more;
        right -= most;
      }
    }
  }
}
