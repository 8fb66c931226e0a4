package orthant.testing;

import java.util.Arrays;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Layout;

/** The elements of an array in C order, each read by itself from where it lies. */
final class Elements {
  final DType dtype;
  final Part part;
  final int parts;
  private final NDArray array;
  private final Layout layout;
  private final long address;

  Elements(NDArray array) {
    this.array = array;
    this.dtype = array.dtype();
    this.part = Part.of(dtype);
    this.parts = Part.count(dtype);
    this.layout = Access.door().layout(array);
    this.address = Access.door().address(array);
  }

  NDArray array() {
    return array;
  }

  long address(long i) {
    return address + offset(layout, i);
  }

  /** Where element {@code i} in C order lies, relative to the first. */
  static long offset(Layout layout, long i) {
    long at = 0;
    for (int axis = layout.ndim() - 1; axis >= 0; axis--) {
      at += i % layout.shape(axis) * layout.stride(axis);
      i /= layout.shape(axis);
    }
    return at;
  }

  /** The bits of a part of an element; a real number has an imaginary part, 0. */
  long bits(long i, int p) {
    return p < parts ? part.read(address(i) + (long) p * part.bytes()) : 0;
  }

  boolean isNan(long i) {
    return part.isNan(bits(i, 0)) || parts > 1 && part.isNan(bits(i, 1));
  }

  /** The absolute value. */
  double size(long i) {
    double re = part.number(bits(i, 0));
    return parts > 1 ? Math.hypot(re, part.number(bits(i, 1))) : Math.abs(re);
  }

  /** The absolute value of the difference. */
  double distance(long i, Elements other, long j) {
    double re = Part.difference(part, bits(i, 0), other.part, other.bits(j, 0));
    if (parts == 1 && other.parts == 1) {
      return Math.abs(re);
    }
    return Math.hypot(re, Part.difference(part, bits(i, 1), other.part, other.bits(j, 1)));
  }

  /** Whether two elements are the same number: NaN is NaN, and 0.0 is -0.0. */
  boolean equal(long i, Elements other, long j) {
    if (isNan(i) || other.isNan(j)) {
      return isNan(i) && other.isNan(j);
    }
    for (int p = 0; p < Math.max(parts, other.parts); p++) {
      if (Part.compare(part, bits(i, p), other.part, other.bits(j, p)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether two elements of one dtype have the same bits. */
  boolean sameBits(long i, Elements other, long j, boolean payloads) {
    for (int p = 0; p < parts; p++) {
      long x = bits(i, p);
      long y = other.bits(j, p);
      if (x != y && (payloads || !part.isNan(x) || !part.isNan(y))) {
        return false;
      }
    }
    return true;
  }

  /** The larger of the distances of the parts, of one dtype. */
  long steps(long i, Elements other, long j) {
    long most = part.steps(bits(i, 0), other.bits(j, 0));
    return parts > 1 ? Math.max(most, part.steps(bits(i, 1), other.bits(j, 1))) : most;
  }

  /** An element as the library writes it. */
  String text(long i) {
    return Access.door().wrap(dtype, Layout.contiguous(dtype.size()), Access.door().storage(array), address(i), true).toString();
  }

  /** The bits of an element in hexadecimal, all its digits. */
  String hex(long i) {
    var text = new StringBuilder();
    for (int p = 0; p < parts; p++) {
      String digits = Long.toHexString(bits(i, p));
      int width = 2 * part.bytes();
      text.append(p > 0 ? " " : "").append("0x")
          .append(digits.length() > width ? digits.substring(digits.length() - width) : "0".repeat(width - digits.length()) + digits);
    }
    return text.toString();
  }

  /** The index of element {@code i} as NumPy writes it. */
  String index(long i) {
    long[] index = new long[layout.ndim()];
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = i % layout.shape(axis);
      i /= layout.shape(axis);
    }
    return Arrays.toString(index);
  }
}
