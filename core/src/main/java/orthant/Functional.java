package orthant;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import orthant.layout.Shapes;
import orthant.op.TypeRule;

/** Functions of the user, applied to parts of an array. */
final class Functional {
  private Functional() {}

  static NDArray alongAxis(Function<NDArray, NDArray> function, int axis, NDArray a) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var turned = a.moveaxis(at, -1);
    long[] outer = Arrays.copyOf(turned.shape(), a.ndim() - 1);
    int lines = Math.toIntExact(Shapes.size(outer));
    if (lines == 0) {
      throw new IllegalArgumentException("cannot apply a function along axis " + at + " of shape " + Shapes.text(a.shape())
          + "; the other sizes must not be 0");
    }
    // A view of a copy: a function may write into its line without harm.
    var all = turned.copy().reshape(lines, a.shape(at));
    var results = new NDArray[lines];
    for (int i = 0; i < lines; i++) {
      results[i] = function.apply(all.get(Index.at(i)));
    }
    // The type is that of the first result, as in NumPy.
    var joined = Nd.empty(results[0].dtype(), join(new long[] {lines}, results[0].shape()));
    for (int i = 0; i < lines; i++) {
      if (!results[i].sameShape(results[0])) {
        throw new IllegalArgumentException("the function gave shapes " + Shapes.text(results[0].shape()) + " and " + Shapes.text(results[i].shape())
            + "; they must be the same for all lines");
      }
      joined.get(Index.at(i)).assign(results[i]);
    }
    int inner = results[0].ndim();
    int[] order = new int[outer.length + inner];
    for (int i = 0; i < order.length; i++) {
      order[i] = i < at ? i : i < at + inner ? outer.length + i - at : i - inner;
    }
    return joined.reshape(join(outer, results[0].shape())).permuteDims(order).copy();
  }

  private static long[] join(long[] a, long[] b) {
    long[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static NDArray overAxes(BiFunction<NDArray, Integer, NDArray> function, NDArray a, int... axes) {
    var value = a;
    for (int axis : axes) {
      int at = Shapes.normalAxis(axis, a.ndim());
      var result = function.apply(value, at);
      if (result.ndim() == value.ndim() - 1) {
        result = result.expandDims(at);
      }
      if (result.ndim() != value.ndim()) {
        throw new IllegalArgumentException("the function made shape " + Shapes.text(result.shape()) + " of " + Shapes.text(value.shape())
            + "; it must keep the axes or remove one");
      }
      value = result;
    }
    return value;
  }

  static NDArray piecewise(NDArray x, NDArray[] conditions, List<UnaryOperator<NDArray>> functions) {
    if (functions.size() != conditions.length && functions.size() != conditions.length + 1) {
      throw new IllegalArgumentException("there are " + functions.size() + " functions for " + conditions.length
          + " conditions; there must be as many, or one more for all else");
    }
    var out = Nd.zeros(x.dtype(), x.shape());
    var rest = Nd.ones(DType.bool, x.shape());
    for (int i = 0; i < functions.size(); i++) {
      var where = i < conditions.length ? conditions[i].astype(DType.bool).broadcastTo(x.shape()).copy() : rest;
      if (i < conditions.length) {
        rest = rest.logicalAnd(where.logicalNot());
      }
      if (where.any().getBoolean()) {
        out.assign(functions.get(i).apply(x.get(where)), where);
      }
    }
    return out;
  }

  /** Of numbers the highest power first. */
  static NDArray polyval(NDArray p, NDArray x) {
    if (p.ndim() != 1) {
      throw new IllegalArgumentException("coefficients of shape " + Shapes.text(p.shape()) + " make no polynomial; there must be 1 axis");
    }
    DType type = TypeRule.promote(p.dtype(), x.dtype());
    var y = p.size() == 0 ? Nd.zeros(x.dtype(), x.shape()) : Nd.zeros(type, x.shape());
    for (long i = 0; i < p.size(); i++) {
      y = y.multiply(x).add(p.get(Index.at(i)));
    }
    return y;
  }

  /** Eight truth values to a byte, along an axis. */
  static NDArray packbits(NDArray a, int axis, boolean little) {
    if (!a.dtype().isInteger() && !a.dtype().isBool()) {
      throw new IllegalArgumentException("packbits is not defined for " + a.dtype() + "; it must be bool or integers");
    }
    int at = Shapes.normalAxis(axis, a.ndim());
    var last = a.moveaxis(at, -1);
    long n = last.shape(-1);
    long bytes = n / 8 + (n % 8 == 0 ? 0 : 1);
    long[] shape = last.shape();
    shape[shape.length - 1] = bytes * 8;
    var bits = Nd.zeros(DType.uint8, shape);
    bits.get(Index.ellipsis(), Index.until(n)).assign(last.astype(DType.bool));
    shape[shape.length - 1] = bytes;
    var parts = bits.reshape(join(shape, new long[] {8}));
    return parts.multiply(weights(little)).sum(Axes.axes(-1).dtype(DType.uint8)).moveaxis(-1, at).copy();
  }

  private static NDArray weights(boolean little) {
    var weights = Nd.array(1, 2, 4, 8, 16, 32, 64, 128).astype(DType.uint8);
    return little ? weights : weights.flip();
  }

  /** A byte to eight truth values, along an axis; a count below 0 leaves off so many at the end. */
  static NDArray unpackbits(NDArray a, int axis, long count, boolean little) {
    if (a.dtype() != DType.uint8) {
      throw new IllegalArgumentException("unpackbits is not defined for " + a.dtype() + "; it must be uint8");
    }
    int at = Shapes.normalAxis(axis, a.ndim());
    var last = a.moveaxis(at, -1);
    long[] shape = last.shape();
    long all = Math.multiplyExact(shape[shape.length - 1], 8);
    // The bit at w decides whether a number modulo 2 w is at least w: a * (128 / w) wraps it to the top of the byte.
    var bits = last.expandDims(-1).multiply(weights(little).flip()).greaterEqual(128).astype(DType.uint8);
    shape[shape.length - 1] = all;
    var flat = bits.reshape(shape);
    long length = count < 0 ? all + count : count;
    if (length < 0) {
      throw new IllegalArgumentException("cannot leave off " + -count + " of " + all + " bits; there must be as many");
    }
    shape[shape.length - 1] = length;
    var out = Nd.zeros(DType.uint8, shape);
    var some = Index.until(Math.min(length, all));
    out.get(Index.ellipsis(), some).assign(flat.get(Index.ellipsis(), some));
    return out.moveaxis(-1, at).copy();
  }
}
