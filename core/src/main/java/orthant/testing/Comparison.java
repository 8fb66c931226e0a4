package orthant.testing;

import java.lang.ref.Reference;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Shapes;

/** Compares two arrays element by element, and says where and how much they differ. */
final class Comparison {
  /** How many places are listed. */
  private static final int LISTED = 5;

  /** Whether a pair of elements is as it should be. */
  interface Rule {
    boolean holds(Elements actual, long i, Elements desired, long j);
  }

  private final NDArray actual;
  private final NDArray desired;
  private final String title;
  private final String note;
  private String left = "actual";
  private String right = "desired";
  private boolean bits;
  private boolean steps;

  Comparison(String title, NDArray actual, NDArray desired, String note) {
    this.title = title;
    this.actual = actual;
    this.desired = desired;
    this.note = note;
  }

  /** Calls the two sides by other names. */
  Comparison named(String first, String second) {
    left = first;
    right = second;
    return this;
  }

  /** Shows the bits of the elements, too. */
  Comparison withBits() {
    bits = true;
    return this;
  }

  /** Shows how many numbers lie between, too. */
  Comparison withSteps() {
    steps = true;
    return this;
  }

  /** Insists on equal dtypes. */
  Comparison sameType() {
    if (actual.dtype() != desired.dtype()) {
      throw failure("the dtypes " + actual.dtype() + " and " + desired.dtype() + " differ");
    }
    return this;
  }

  /** Insists on equal shapes. */
  Comparison sameShape() {
    if (!actual.sameShape(desired)) {
      throw failure("the shapes " + Shapes.text(actual.shape()) + " and " + Shapes.text(desired.shape()) + " differ");
    }
    return this;
  }

  /** Insists on equal shapes, or on one side being a single number, which all elements of the other are compared with. */
  Comparison sameShapeOrScalar() {
    return actual.ndim() == 0 || desired.ndim() == 0 ? this : sameShape();
  }

  void check(Rule rule) {
    var door = Access.door();
    door.storage(actual).acquire();
    try {
      door.storage(desired).acquire();
      try {
        compare(new Elements(actual), new Elements(desired), rule);
      } finally {
        door.storage(desired).release();
      }
    } finally {
      door.storage(actual).release();
      Reference.reachabilityFence(actual);
      Reference.reachabilityFence(desired);
    }
  }

  private void compare(Elements a, Elements b, Rule rule) {
    long n = actual.ndim() == 0 ? desired.size() : actual.size();
    long wrong = 0;
    long nans = 0;
    long apart = 0;
    double absolute = 0;
    double relative = 0;
    var places = new StringBuilder();
    for (long k = 0; k < n; k++) {
      long i = actual.ndim() == 0 ? 0 : k;
      long j = desired.ndim() == 0 ? 0 : k;
      if (rule.holds(a, i, b, j)) {
        continue;
      }
      wrong++;
      if (a.isNan(i) != b.isNan(j)) {
        nans++;
      }
      double distance = a.distance(i, b, j);
      if (!Double.isNaN(distance)) {
        absolute = Math.max(absolute, distance);
        double share = distance == 0 ? 0 : distance / b.size(j);
        relative = Double.isNaN(share) ? relative : Math.max(relative, share);
      }
      apart = steps ? Math.max(apart, a.steps(i, b, j)) : 0;
      if (wrong <= LISTED) {
        place(places, a, i, b, j, actual.ndim() == 0 ? b.index(k) : a.index(k));
      }
    }
    if (wrong == 0) {
      return;
    }
    var text = new StringBuilder("mismatched elements: ").append(wrong).append(" of ").append(n).append(" (")
        .append(rounded(100.0 * wrong / n, 3)).append("%)\n").append(wrong > LISTED ? "first " + LISTED + " mismatches" : "mismatches")
        .append(", by index:\n").append(places);
    if (nans > 0) {
      text.append("NaN on one side only: ").append(nans).append('\n');
    }
    if (!a.dtype.isBool() || !b.dtype.isBool()) {
      text.append("max absolute difference of these: ").append(rounded(absolute, 8)).append('\n');
      text.append("max relative difference of these: ").append(rounded(relative, 8)).append('\n');
    }
    if (steps) {
      text.append("max distance of these: ").append(ulps(apart)).append('\n');
    }
    throw failure(text.toString().stripTrailing());
  }

  private void place(StringBuilder text, Elements a, long i, Elements b, long j, String index) {
    text.append("  ").append(index).append(": ").append(a.text(i)).append(bits ? " = " + a.hex(i) : "").append(" (").append(left).append("), ")
        .append(b.text(j)).append(bits ? " = " + b.hex(j) : "").append(" (").append(right).append(')');
    if (steps) {
      text.append(", ").append(ulps(a.steps(i, b, j))).append(" apart");
    }
    text.append('\n');
  }

  private static String ulps(long steps) {
    return (steps == Long.MAX_VALUE ? "2^63 or more" : Long.toString(steps)) + " ULP";
  }

  private AssertionError failure(String what) {
    var text = new StringBuilder(note == null || note.isEmpty() ? "" : note + ": ").append(title).append('\n').append(what);
    for (NDArray side : Arrays.asList(actual, desired)) {
      text.append('\n').append(side == actual ? left : right).append(", ").append(Describe.typeAndShape(side)).append(":\n").append(side);
    }
    return new AssertionError(text.toString());
  }

  static String rounded(double x, int digits) {
    if (!Double.isFinite(x)) {
      return Double.isNaN(x) ? "nan" : "inf";
    }
    BigDecimal decimal = new BigDecimal(x).round(new MathContext(digits)).stripTrailingZeros();
    boolean plain = decimal.signum() == 0 || Math.abs(x) >= 1e-4 && Math.abs(x) < 1e16;
    return plain ? decimal.toPlainString() : decimal.toString().toLowerCase(Locale.ROOT);
  }
}
