package orthant.plan;

import java.util.Arrays;
import orthant.Axes;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.layout.Layout;
import orthant.op.Combine;
import orthant.op.Op;
import orthant.op.Ops;

/** Reductions of complex arrays, as array code over those of real ones and over elementwise operations. */
final class ComplexFolding {
  private ComplexFolding() {}

  static NDArray fold(Folding folding, NDArray a, Axes axes, Combine combine, DType type) {
    return switch (combine) {
      case AND, OR -> folding.fold(Engine.cast(a, DType.bool), axes, combine);
      case ADD -> {
        NDArray x = a.dtype() == type ? a : Engine.cast(a, type);
        yield type.isComplex() ? sum(folding, x, axes) : folding.fold(x, axes, combine);
      }
      case MULTIPLY -> halve(folding, a, axes, combine, type, Ops.MULTIPLY);
      case MIN -> halve(folding, a, axes, combine, type, Ops.MINIMUM);
      case MAX -> halve(folding, a, axes, combine, type, Ops.MAXIMUM);
    };
  }

  private static NDArray sum(Folding folding, NDArray x, Axes axes) {
    int size = x.dtype().size();
    NDArray out = Engine.fresh(x.dtype(), Layout.contiguous(size, Folding.outShape(x.shape(), axes)));
    folding.into(Parts.real(out), size, Parts.real(x), axes, Combine.ADD);
    folding.into(Parts.imag(out), size, Parts.imag(x), axes, Combine.ADD);
    return out;
  }

  /** Combines the first half of the elements with the second, again and again. */
  private static NDArray halve(Folding folding, NDArray a, Axes axes, Combine combine, DType type, Op op) {
    // The shape of the result, or what is thrown if there is none: as for the real parts.
    NDArray like = folding.fold(Parts.real(a), axes.dtype(DType.float64), combine);
    int[] folded = Folding.axes(a.ndim(), axes);
    int[] order = new int[a.ndim()];
    int count = 0;
    for (int axis : folded) {
      order[count++] = axis;
    }
    for (int axis = 0; axis < a.ndim(); axis++) {
      int at = axis;
      if (Arrays.stream(folded).noneMatch(f -> f == at)) {
        order[count++] = axis;
      }
    }
    long n = 1;
    for (int axis : folded) {
      n *= a.shape(axis);
    }
    if (n == 0) {
      return Engine.cast(like, type);
    }
    NDArray x = Engine.cast(a, type).permuteDims(order).reshape(n, like.size());
    NDArray rest = null;
    for (; n > 1; n /= 2) {
      if (n % 2 != 0) {
        NDArray last = x.get(Index.at(n - 1));
        rest = rest == null ? last : Engine.apply(op, last, rest);
      }
      x = Engine.apply(op, x.get(Index.slice(0, n / 2)), x.get(Index.slice(n / 2, n / 2 * 2)));
    }
    NDArray result = x.get(Index.at(0));
    return (rest == null ? result.copy() : Engine.apply(op, result, rest)).reshape(like.shape());
  }

  static NDArray find(Folding folding, NDArray a, Axes axes, Combine combine) {
    NDArray best = fold(folding, a, axes.dtype(null).keepDims(), combine, a.dtype());
    // If there is a NaN, the best is NaN, which equals nothing: then the first NaN is looked for.
    NDArray found = a.equal(best).logicalOr(a.notEqual(a));
    return folding.finding().find(found, axes, Combine.MAX);
  }
}
