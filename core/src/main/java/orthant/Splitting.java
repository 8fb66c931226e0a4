package orthant;

import orthant.layout.Shapes;

/** Cuts arrays into views. */
final class Splitting {
  private Splitting() {}

  static NDArray[] unstack(NDArray a, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var parts = new NDArray[Math.toIntExact(a.shape(at))];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Views.at(a, at, i);
    }
    return parts;
  }

  static NDArray[] equal(NDArray a, int sections, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    checkSections(a, sections, at);
    if (a.shape(at) % sections != 0) {
      throw new IllegalArgumentException("cannot split axis " + at + " of shape " + Shapes.text(a.shape()) + " into " + sections
          + " equal parts: its size must be a multiple of that; arraySplit makes parts of different sizes");
    }
    return sections(a, sections, at);
  }

  /** Parts of which the first may be longer by one than the last. */
  static NDArray[] sections(NDArray a, int sections, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    checkSections(a, sections, at);
    long each = a.shape(at) / sections;
    long longer = a.shape(at) % sections;
    var parts = new NDArray[sections];
    long start = 0;
    for (int i = 0; i < sections; i++) {
      long stop = start + each + (i < longer ? 1 : 0);
      parts[i] = Views.part(a, at, start, stop);
      start = stop;
    }
    return parts;
  }

  private static void checkSections(NDArray a, int sections, int axis) {
    if (sections <= 0) {
      throw new IllegalArgumentException(
          "cannot split axis " + axis + " of shape " + Shapes.text(a.shape()) + " into " + sections + " parts; there must be at least 1");
    }
  }

  /** Parts that begin where given: as slices between the positions, so that those beyond the end give empty parts. */
  static NDArray[] at(NDArray a, long[] positions, int axis) {
    int at = Shapes.normalAxis(axis, a.ndim());
    var parts = new NDArray[positions.length + 1];
    for (int i = 0; i < parts.length; i++) {
      var slice = Index.slice(i == 0 ? 0 : positions[i - 1], i == positions.length ? a.shape(at) : positions[i]);
      long first = slice.first(a.shape(at));
      parts[i] = Views.part(a, at, first, first + slice.length(a.shape(at)));
    }
    return parts;
  }

  /** The second axis, or the first if that is the only one. */
  static int horizontal(NDArray a) {
    needs(a, 1, "horizontally");
    return a.ndim() > 1 ? 1 : 0;
  }

  static int vertical(NDArray a) {
    needs(a, 2, "vertically");
    return 0;
  }

  static int deep(NDArray a) {
    needs(a, 3, "in depth");
    return 2;
  }

  private static void needs(NDArray a, int ndim, String how) {
    if (a.ndim() < ndim) {
      throw new IllegalArgumentException("cannot split an array of shape " + Shapes.text(a.shape()) + " " + how + "; it must have at least "
          + ndim + (ndim == 1 ? " axis" : " axes"));
    }
  }

  static NDArray rot90(NDArray a, int k, int from, int to) {
    int[] axes = Shapes.normalAxes(new int[] {from, to}, a.ndim());
    return switch (Math.floorMod(k, 4)) {
      case 0 -> Views.of(a, Views.layout(a));
      case 1 -> a.flip(axes[1]).swapaxes(axes[0], axes[1]);
      case 2 -> a.flip(axes[0], axes[1]);
      default -> a.swapaxes(axes[0], axes[1]).flip(axes[1]);
    };
  }
}
