package orthant;

import orthant.plan.Folds;

/** Reductions that leave NaN out. */
final class Missing {
  private Missing() {}

  private static boolean cannotMiss(NDArray a) {
    return !a.dtype().isFloat() && !a.dtype().isComplex();
  }

  /** The elements, with another number in the place of NaN. */
  static NDArray filled(NDArray a, double value) {
    return cannotMiss(a) ? a : Nd.where(a.equal(a), a, Nd.scalar(a.dtype(), value));
  }

  private static NDArray count(NDArray a, Axes axes) {
    return a.equal(a).sum(new Axes(axes.axes(), axes.keepsDims(), DType.int64, 0));
  }

  static NDArray min(NDArray a, Axes axes) {
    return cannotMiss(a) ? a.min(axes) : orNan(filled(a, Double.POSITIVE_INFINITY).min(axes), a, axes);
  }

  static NDArray max(NDArray a, Axes axes) {
    return cannotMiss(a) ? a.max(axes) : orNan(filled(a, Double.NEGATIVE_INFINITY).max(axes), a, axes);
  }

  /** A result, but NaN where there was nothing else. */
  private static NDArray orNan(NDArray result, NDArray a, Axes axes) {
    return Nd.where(count(a, axes).notEqual(0L), result, Nd.scalar(result.dtype(), Double.NaN));
  }

  static NDArray argmin(NDArray a, Axes axes) {
    checkSome(a, axes, "nanargmin");
    return filled(a, Double.POSITIVE_INFINITY).argmin(axes);
  }

  static NDArray argmax(NDArray a, Axes axes) {
    checkSome(a, axes, "nanargmax");
    return filled(a, Double.NEGATIVE_INFINITY).argmax(axes);
  }

  private static void checkSome(NDArray a, Axes axes, String name) {
    if (!cannotMiss(a) && Folds.foldedSize(a, axes) > 0 && count(a, axes).equal(0L).any().getBoolean()) {
      throw new IllegalArgumentException(name + " found nothing but NaN along " + axes + "; there must be a number");
    }
  }

  static NDArray mean(NDArray a, Axes axes) {
    if (cannotMiss(a)) {
      return a.mean(axes);
    }
    DType type = axes.dtype() == null ? a.dtype() : axes.dtype();
    // NumPy sums float16 in float16 here, each sum rounded; it is rounded once here.
    DType wide = type == DType.float16 ? DType.float32 : type;
    return filled(a, 0).sum(axes.dtype(wide)).divide(count(a, axes).astype(wide.real())).astype(type);
  }

  static NDArray var(NDArray a, Axes axes) {
    if (cannotMiss(a)) {
      return a.var(axes);
    }
    DType type = axes.dtype() == null ? a.dtype() : axes.dtype();
    DType wide = type == DType.float16 ? DType.float32 : type;
    var x = a.astype(wide);
    var away = x.subtract(mean(x, new Axes(axes.axes(), true, wide, 0)));
    var squares = away.dtype().isComplex() ? away.real().square().add(away.imag().square()) : away.square();
    var free = count(a, axes).astype(DType.float64).subtract(axes.correction());
    var result = filled(squares, 0).sum(new Axes(axes.axes(), axes.keepsDims(), wide.real(), 0)).divide(free.astype(wide.real()));
    return Nd.where(free.greater(0.0), result, Nd.scalar(result.dtype(), Double.NaN)).astype(type.real());
  }
}
