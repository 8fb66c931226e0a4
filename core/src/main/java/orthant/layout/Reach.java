package orthant.layout;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Which bytes the elements of layouts can reach, exactly: whether two of them can meet is a linear equation whose unknowns
 * are the indices. It is solved by trying indices of the longest strides first, only those that leave what the shorter
 * ones can still reach and divide. For the layouts of ordinary views that is a few steps; made-up ones can take for ever.
 */
public final class Reach {
  private final long[] steps;
  /** What the terms from one on can sum up to, and what divides all of their sums. */
  private final long[] most;
  private final long[] divisor;
  private final long[] count;

  private Reach(long[][] terms) {
    int n = terms.length;
    steps = new long[n];
    count = new long[n];
    most = new long[n + 1];
    divisor = new long[n + 1];
    for (int k = n - 1; k >= 0; k--) {
      steps[k] = terms[k][0];
      count[k] = terms[k][1];
      most[k] = Math.addExact(most[k + 1], Math.multiplyExact(steps[k], count[k]));
      divisor[k] = gcd(steps[k], divisor[k + 1]);
    }
  }

  /**
   * Whether two arrays have a byte in common.
   *
   * @param a one layout
   * @param itemA bytes of an element of it
   * @param b the other layout
   * @param itemB bytes of an element of it
   * @param distance bytes from the first element of a to that of b
   * @return true if an element of one lies on an element of the other, also in part
   */
  public static boolean meet(Layout a, int itemA, Layout b, int itemB, long distance) {
    if (a.size() == 0 || b.size() == 0) {
      return false;
    }
    long lowA = a.lowByte();
    long highA = a.highByte(itemA);
    long lowB = distance + b.lowByte();
    long highB = distance + b.highByte(itemB);
    if (lowA >= highB || lowB >= highA) {
      return false;
    }
    // low(a) + sum of a's steps + byte of an item = low(b) + the same of b; b's unknowns are turned around to be added.
    long target = highB - 1 - lowA;
    int n = a.ndim() + b.ndim();
    long[][] terms = new long[n + 2][];
    for (int i = 0; i < n; i++) {
      var layout = i < a.ndim() ? a : b;
      int axis = i < a.ndim() ? i : i - a.ndim();
      terms[i] = new long[] {Math.abs(layout.stride(axis)), layout.shape(axis) - 1};
    }
    terms[n] = new long[] {1, itemA - 1};
    terms[n + 1] = new long[] {1, itemB - 1};
    if (itemA == itemB && onlyWholeItems(a, itemA) && onlyWholeItems(b, itemB) && (lowB - lowA) % itemA == 0) {
      terms = Arrays.copyOf(terms, n);
      target -= itemA - 1;
    }
    return reaches(target, terms);
  }

  /**
   * Whether two different indices of an array lead to a common byte.
   *
   * @param layout the layout
   * @param item bytes of an element
   * @return true if elements overlap
   */
  public static boolean overlapsItself(Layout layout, int item) {
    int n = layout.ndim();
    if (layout.size() <= 1) {
      return false;
    }
    // The difference of the two indices in one axis can be taken to be positive; those of the others have any sign.
    for (int axis = 0; axis < n; axis++) {
      if (layout.shape(axis) == 1) {
        continue;
      }
      long[][] terms = new long[n + 1][];
      terms[n] = new long[] {1, 2L * (item - 1)};
      long target = item - 1;
      for (int i = 0; i < n; i++) {
        long step = Math.abs(layout.stride(i));
        long last = layout.shape(i) - 1;
        terms[i] = new long[] {step, i == axis ? last - 1 : 2 * last};
        target += i == axis ? -step : step * last;
      }
      if (onlyWholeItems(layout, item)) {
        terms = Arrays.copyOf(terms, n);
        target -= item - 1;
      }
      if (reaches(target, terms)) {
        return true;
      }
    }
    return false;
  }

  private static boolean onlyWholeItems(Layout layout, int item) {
    for (int i = 0; i < layout.ndim(); i++) {
      if (layout.shape(i) > 1 && layout.stride(i) % item != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a sum of steps, each taken from 0 to so many times, can be a number.
   *
   * @param target the number
   * @param terms pairs of a step and how often it can be taken; none negative
   * @return true if there is such a sum
   */
  static boolean reaches(long target, long[]... terms) {
    long[][] own = Arrays.stream(terms).filter(t -> t[0] != 0 && t[1] != 0).sorted((s, t) -> Long.compare(t[0], s[0])).toArray(long[][]::new);
    int n = 0;
    for (long[] term : own) {
      if (n > 0 && own[n - 1][0] == term[0]) {
        own[n - 1] = new long[] {term[0], own[n - 1][1] + term[1]};
      } else {
        own[n++] = term;
      }
    }
    return new Reach(Arrays.copyOf(own, n)).from(0, target);
  }

  private boolean from(int k, long rest) {
    if (rest < 0 || rest > most[k] || divisor[k] != 0 && rest % divisor[k] != 0) {
      return false;
    }
    if (k >= steps.length - 1) {
      return true;
    }
    long step = steps[k];
    long low = rest > most[k + 1] ? (rest - most[k + 1] - 1) / step + 1 : 0;
    long high = Math.min(count[k], rest / step);
    // Only every so many-th multiple leaves what the shorter steps divide.
    long period = divisor[k + 1] / divisor[k];
    long first = multiply(rest / divisor[k] % period, inverse(step / divisor[k] % period, period), period);
    for (long x = low + Math.floorMod(first - low, period); x <= high; x += period) {
      if (from(k + 1, rest - x * step)) {
        return true;
      }
    }
    return false;
  }

  private static long multiply(long x, long y, long modulus) {
    return Math.multiplyHigh(x, y) == 0 && x * y >= 0 ? x * y % modulus
        : BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)).mod(BigInteger.valueOf(modulus)).longValueExact();
  }

  private static long inverse(long x, long modulus) {
    return modulus == 1 ? 0 : BigInteger.valueOf(x).modInverse(BigInteger.valueOf(modulus)).longValueExact();
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
